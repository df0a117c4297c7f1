import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appealHold,
  endFunding,
  expectDebit,
  type FundingTaken,
  type milestoneStates,
  openFunding,
  openRepayment,
  openToFund,
  processFunding,
  returnFunding,
  reviewHolds,
} from "../src";
import { contextOf, snapshotOf, submittedSnapshot } from "./snapshots";

const context = contextOf("clock");
const taken: FundingTaken = {
  fundingId: "funding-1",
  disputeId: "du_1",
  total: 102_500n,
  providerFee: 400n,
  currency: "GBP",
  reason: "bank_debit_returned",
  words: "The bank returned it.",
  evidence: ["du_1"],
  final: true,
};
const whole = {
  id: "r1",
  fundingId: "funding-1",
  disputeId: "du_1",
  amount: 100_000n,
  fee: 2_500n,
  fromHeld: 60_000n,
  fromFeeHeld: 1_500n,
  owed: 41_000n,
} as const;

describe("expectDebit", () => {
  test("F44: counts working days", () => {
    expect(expectDebit(new Date("2026-11-26T10:00:00Z"))).toEqual(new Date("2026-12-02T10:00:00Z"));
    expect(expectDebit(new Date("2026-11-28T10:00:00Z"))).toEqual(new Date("2026-12-03T10:00:00Z"));
  });
});

describe("processFunding", () => {
  const opened = { id: "f1", status: "opened", amount: 30_000n, fee: 750n, purpose: "milestone" } as const;
  const payment = { fundingId: "f1", paymentId: "pi_1", paidWith: null };

  test("F44 C38: tells both sides and moves no money", () => {
    const result = processFunding(snapshotOf({ fundings: [opened] }), payment, context);
    expect(result).toMatchObject({
      ok: true,
      value: { transitions: [], funding: { status: "processing" }, messages: [{}, {}] },
    });
    expect(result.ok && result.value?.entries).toBeUndefined();
  });

  test("F44: is known once, and never again after an end", () => {
    for (const status of ["processing", "succeeded", "failed", "expired"] as const) {
      const snapshot = snapshotOf({ fundings: [{ ...opened, status }] });
      expect(processFunding(snapshot, payment, context)).toEqual({ ok: true, value: null });
    }
  });

  test("C38: a debit that both were told of fails for both, a page only for the brand", () => {
    const end = { fundingId: "f1", status: "failed", reason: "No." } as const;
    const told = (status: "opened" | "processing") => {
      const result = endFunding(snapshotOf({ fundings: [{ ...opened, status }] }), end, context);
      return result.ok ? result.value?.messages?.length : undefined;
    };
    expect([told("opened"), told("processing")]).toEqual([1, 2]);
  });
});

describe("returnFunding", () => {
  test("F95: in review it stops the clock and the work", () => {
    const result = returnFunding(submittedSnapshot(), taken, context);
    expect(result).toMatchObject({
      ok: true,
      value: {
        patch: { state: "funding_failed", reviewEndsAt: null },
        deadlines: { cancel: ["review.reminder", "review.release", "hold.review"] },
      },
    });
  });

  test("F95: where nothing can stop any more the state stays, and what was through is open again", () => {
    const to = (state: (typeof milestoneStates)[number]) => {
      const result = returnFunding(snapshotOf({ state }), taken, context);
      return result.ok ? result.value?.patch.state : result.failure.code;
    };
    expect(to("in_progress")).toBe("funding_failed");
    expect(to("released")).toBe("clawback_open");
    for (const state of ["accepted", "releasing", "releasing_blocked"] as const)
      expect(to(state)).toBe(state);
  });

  test("C22: a dispute that is known takes nothing again", () => {
    const snapshot = snapshotOf({ returns: [{ ...whole, status: "final" }] });
    expect(returnFunding(snapshot, taken, context)).toEqual({ ok: true, value: null });
  });

  test.each([
    ["more than was paid", { total: 102_501n }, "funding.amount_mismatch"],
    ["nothing", { total: 0n }, "funding.amount_mismatch"],
    ["another currency", { currency: "EUR" }, "funding.amount_mismatch"],
    ["a funding that is not known", { fundingId: "other" }, "funding.not_found"],
  ])("F95: taking %s is refused loudly", (_what, change, code) => {
    expect(returnFunding(snapshotOf(), { ...taken, ...change }, context)).toMatchObject({
      ok: false,
      failure: { code },
    });
  });

  test("F60 C41: whatever is taken when, it is held money first, and debt for the rest, to the unit", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 100_000n }),
        fc.bigInt({ min: 0n, max: 2_500n }),
        fc.bigInt({ min: 0n, max: 100_000n }),
        fc.bigInt({ min: 1n, max: 102_500n }),
        (amount, fee, releasedShare, share) => {
          const total = (share * (amount + fee)) / 102_500n || 1n;
          const released = (amount * releasedShare) / 100_000n;
          const earned = (fee * releasedShare) / 100_000n;
          const money = {
            funded: amount,
            held: amount - released,
            feeHeld: fee - earned,
            released,
            inFlight: 0n,
            refunded: 0n,
            paidOut: 0n,
          };
          const fundings = [
            { id: "funding-1", status: "succeeded", amount, fee, purpose: "milestone" } as const,
          ];
          const charges = [
            { fundingId: "funding-1", chargeId: "ch_1", amount, fee, left: amount - released },
          ];
          const result = returnFunding(
            snapshotOf({ money, fundings, charges }),
            { ...taken, total },
            context,
          );
          const draft = result.ok ? result.value?.newReturn : undefined;
          if (draft === undefined) throw new Error("nothing was returned");
          expect(draft.amount + draft.fee).toBe(total);
          expect(draft.fromHeld + draft.fromFeeHeld + draft.owed).toBe(total);
          expect(draft.fromHeld <= money.held && draft.fromFeeHeld <= money.feeHeld).toBe(true);
          expect(
            draft.owed === 0n || draft.fromHeld === money.held || draft.fromFeeHeld === money.feeHeld,
          ).toBe(true);
        },
      ),
    );
  });
});

describe("paying again", () => {
  const money = {
    funded: 40_000n,
    held: 0n,
    feeHeld: 0n,
    released: 40_000n,
    inFlight: 0n,
    refunded: 0n,
    paidOut: 0n,
  };

  test("F95: while the provider may still decide, nothing is paid twice", () => {
    const contested = snapshotOf({
      state: "funding_failed",
      money,
      fundings: [],
      returns: [{ ...whole, status: "contested" }],
    });
    expect(openToFund(contested)).toBe(0n);
    expect(openFunding(contested, { amount: 60_000n, currency: "GBP" }, context)).toMatchObject({
      ok: false,
      failure: { code: "funding.contested" },
    });
    expect(openRepayment(contested, context)).toMatchObject({ ok: false });
  });

  test("C41: once it is final the debt can be repaid, all of it, and the rest funded", () => {
    const final = snapshotOf({
      state: "funding_failed",
      money,
      fundings: [],
      returns: [{ ...whole, status: "final" }],
    });
    expect(openToFund(final)).toBe(60_000n);
    expect(openRepayment(final, context)).toMatchObject({
      ok: true,
      value: { newFunding: { amount: 41_000n, fee: 0n, purpose: "repayment" } },
    });
  });
});

describe("holds", () => {
  const hold = {
    id: "h1",
    subjectId: "r1",
    reason: "bank_debit_returned",
    amount: 5n,
    appealed: false,
    answered: false,
  } as const;

  test("F95: are told of again only while they stand", () => {
    expect(reviewHolds(snapshotOf(), context)).toEqual({ ok: true, value: null });
    expect(reviewHolds(snapshotOf({ holds: [hold] }), context)).toMatchObject({
      ok: true,
      value: { holds: { goOn: { ids: ["h1"] } }, messages: [{}, {}] },
    });
  });

  test("F95: can be objected to once, and only while they stand", () => {
    const input = { holdId: "h1", note: "No." };
    expect(appealHold(snapshotOf(), input, context)).toMatchObject({ failure: { code: "hold.not_found" } });
    expect(appealHold(snapshotOf({ holds: [{ ...hold, appealed: true }] }), input, context)).toMatchObject({
      failure: { code: "hold.appealed_before" },
    });
  });
});
