import { describe, expect, it } from "vitest";
import {
  chargeMinimum,
  chargeStep,
  checkRest,
  currencyCodes,
  openFunding,
  openRepayment,
  openToRepay,
  payoutMinimum,
} from "../src";
import { contextOf, snapshotOf } from "./snapshots";

const empty = { funded: 0n, held: 0n, feeHeld: 0n, released: 0n, refunded: 0n, inFlight: 0n, paidOut: 0n };
const agreed = snapshotOf({ state: "agreed", money: empty, amount: 10_000n, charges: [], fundings: [] });
const fund = (amount: bigint) => openFunding(agreed, { amount, currency: "GBP" }, contextOf("brand"));

describe("the smallest amounts", () => {
  it("C34: are known for every currency that is offered, and can be charged to the last digit", () => {
    for (const currency of currencyCodes) {
      expect(chargeMinimum(currency) > 0n, currency).toBe(true);
      expect(chargeMinimum(currency) % chargeStep(currency), currency).toBe(0n);
      expect(payoutMinimum(currency) % chargeStep(currency) === 0n || payoutMinimum(currency) === 1n).toBe(
        true,
      );
    }
    expect([payoutMinimum("GBP"), payoutMinimum("JPY"), payoutMinimum("KWD")]).toEqual([100n, 1n, 1_000n]);
  });

  it("C34: a part below the smallest charge is refused with the field, the reason and the minimum", () => {
    expect(fund(29n)).toEqual({
      ok: false,
      failure: {
        code: "amount.below_minimum",
        field: "amount",
        details: { minimum: "30", amount: "29", currency: "GBP" },
      },
    });
    expect(fund(30n).ok).toBe(true);
  });

  it("C34: a part that leaves a rest nobody could pay is refused and says so", () => {
    expect(fund(9_990n)).toMatchObject({
      failure: {
        code: "amount.rest_below_minimum",
        field: "amount",
        details: { rest: "10", minimum: "30" },
      },
    });
    expect(fund(9_970n).ok).toBe(true);
    expect(fund(10_000n).ok).toBe(true);
    expect(checkRest(100n, 100n, "GBP").ok).toBe(true);
  });

  it("C34: a debt below the smallest charge waits, and one at it is paid", () => {
    const owing = (owed: bigint) =>
      snapshotOf({
        state: "clawback_open",
        fundings: [],
        returns: [
          {
            id: "return-1",
            fundingId: "funding-1",
            disputeId: "dp_1",
            amount: owed,
            fee: 0n,
            fromHeld: 0n,
            fromFeeHeld: 0n,
            owed,
            status: "final",
          },
        ],
      });
    expect(openToRepay(owing(29n))).toBe(29n);
    expect(openRepayment(owing(29n), contextOf("brand"))).toMatchObject({
      failure: { code: "amount.below_minimum", details: { minimum: "30", amount: "29" } },
    });
    expect(openRepayment(owing(30n), contextOf("brand"))).toMatchObject({
      value: { newFunding: { amount: 30n, fee: 0n, purpose: "repayment" } },
    });
  });
});
