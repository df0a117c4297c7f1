import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acceptMilestone,
  chargeStep,
  checkSteps,
  currencyCodes,
  feeOfNext,
  openFunding,
  quoteFunding,
  releasePart,
  shareOf,
  sum,
} from "../src";
import { contextOf, snapshotOf } from "./snapshots";

const rates = fc.integer({ min: 0, max: 2_000 });
const currencies = fc.constantFrom(...currencyCodes);
/** Parts that can be charged, in steps of their currency. */
const parts = fc.array(fc.bigInt({ min: 1n, max: 500_000n }), { minLength: 1, maxLength: 8 });

const inDinars = snapshotOf({
  currency: "KWD",
  state: "agreed",
  amount: 12_350n,
  money: { funded: 0n, held: 0n, feeHeld: 0n, released: 0n, inFlight: 0n, refunded: 0n, paidOut: 0n },
  charges: [],
  fundings: [],
});

describe("amounts in steps", () => {
  it("are any whole minor unit of a currency, and tens of fils of dinars", () => {
    expect(checkSteps(12_345n, "KWD")).toMatchObject({
      failure: { code: "amount.not_in_steps", field: "amount", details: { step: "10" } },
    });
    expect(checkSteps(12_340n, "KWD").ok).toBe(true);
    for (const code of currencyCodes.filter((each) => each !== "KWD")) {
      expect(checkSteps(12_345n, code).ok).toBe(true);
    }
  });

  it("are asked of every part to fund and to release", () => {
    const input = { amount: 10_001n, currency: "KWD" };
    const failure = { code: "amount.not_in_steps", field: "amount" };
    expect(openFunding(inDinars, input, contextOf("brand"))).toMatchObject({ ok: false, failure });
    const held = { ...snapshotOf().money, held: 12_350n, funded: 12_350n };
    const work = { ...inDinars, state: "in_progress", money: held } as const;
    expect(releasePart(work, { ...input, expectedHeld: 12_350n }, contextOf("brand"))).toMatchObject({
      ok: false,
      failure,
    });
  });

  it("F91: come out of every fee and charge, however an amount is cut, and never cost more than it", () => {
    fc.assert(
      fc.property(currencies, parts, rates, (currency, cuts, feeBp) => {
        const step = chargeStep(currency);
        let funded = 0n;
        const fees = cuts.map((part) => {
          const amount = part * step;
          const snapshot = {
            ...inDinars,
            currency,
            amount: 10n ** 10n,
            terms: { ...inDinars.terms, feeBp },
            money: { ...inDinars.money, funded },
          };
          const { fee, charged } = quoteFunding(snapshot, amount);
          expect(checkSteps(charged, currency).ok).toBe(true);
          expect(fee >= 0n && fee <= amount).toBe(true);
          funded += amount;
          return fee;
        });
        expect(sum(fees)).toBe(feeOfNext(0n, funded, feeBp, currency));
      }),
    );
  });

  it("round a fee half up to the step, and only there", () => {
    fc.assert(
      fc.property(currencies, fc.bigInt({ min: 1n, max: 10n ** 9n }), rates, (currency, units, feeBp) => {
        const step = chargeStep(currency);
        const fee = feeOfNext(0n, units * step, feeBp, currency);
        expect(fee).toBe(shareOf(units, BigInt(feeBp)) * step);
        const exact = units * step * BigInt(feeBp);
        expect(2n * (fee * 10_000n - exact) <= step * 10_000n).toBe(true);
        expect(2n * (exact - fee * 10_000n) < step * 10_000n).toBe(true);
      }),
    );
  });

  it("C25: leave a release with transfers that can be sent, whoever bears the fee", () => {
    const bearers = fc.constantFrom("brand", "producer");
    fc.assert(
      fc.property(parts, rates, bearers, (cuts, feeBp, feeBearer) => {
        const charges = cuts.map((part, index) => ({
          fundingId: `f${index}`,
          chargeId: `ch_${index}`,
          amount: part * 10n,
          fee: 0n,
          left: part * 10n,
        }));
        const held = sum(charges.map(({ left }) => left));
        const change = acceptMilestone(
          {
            ...inDinars,
            state: "submitted",
            submissionVersion: 1,
            reviewEndsAt: new Date("2026-03-20T12:00:00Z"),
            amount: held,
            terms: { ...inDinars.terms, feeBp, feeBearer },
            money: { ...inDinars.money, funded: held, held, feeHeld: held },
            charges,
          },
          { trigger: "accepted", expectedHeld: held },
          contextOf("brand"),
        );
        if (!change.ok || !change.value.release) throw new Error("nothing was released");
        const { transfers, net } = change.value.release;
        expect(sum(transfers.map(({ amount }) => amount))).toBe(net);
        expect(transfers.every(({ amount }) => checkSteps(amount, "KWD").ok)).toBe(true);
      }),
    );
  });
});
