import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyCodes } from "./currency";
import { sum } from "./money";
import { addSplits, type MoneyFigures, splitMoney } from "./split";
import { sumByCurrency } from "./sum-by-currency";

const amount = fc.bigInt({ min: 0n, max: 1_000_000_000_000n });
const figures: fc.Arbitrary<MoneyFigures> = fc.record({
  currency: fc.constantFrom(...currencyCodes),
  amount,
  held: amount,
  feeHeld: amount,
  released: amount,
  refunded: amount,
  refunding: amount,
  inFlight: amount,
  paidOut: amount,
});

describe("splitMoney", () => {
  it("F44: says what is still to fund", () => {
    const part = {
      currency: "GBP",
      amount: 500n,
      held: 200n,
      feeHeld: 5n,
      released: 100n,
      refunded: 50n,
      refunding: 20n,
      inFlight: 40n,
      paidOut: 60n,
    } as const;
    expect(splitMoney(part)).toEqual({
      currency: "GBP",
      committed: 500n,
      funded: 350n,
      held: 200n,
      toFund: 150n,
      released: 100n,
      refunded: 50n,
      refunding: 20n,
      inFlight: 40n,
      paidOut: 60n,
      feeHeld: 5n,
    });
  });

  it("F60: keeps committed = released + returned + held + to fund for any figures", () => {
    fc.assert(
      fc.property(figures, (given) => {
        const split = splitMoney(given);
        expect(split.committed).toBe(split.funded + split.toFund);
        expect(split.funded).toBe(split.released + split.refunded + split.held);
        expect(split.toFund >= 0n).toBe(true);
      }),
    );
  });
});

describe("addSplits", () => {
  it("F60: adds each currency up on its own and loses nothing", () => {
    fc.assert(
      fc.property(fc.array(figures), (given) => {
        const splits = given.map(splitMoney);
        const totals = addSplits(splits);
        expect(new Set(totals.map(({ currency }) => currency)).size).toBe(totals.length);
        for (const total of totals) {
          const same = splits.filter(({ currency }) => currency === total.currency);
          expect(total.held).toBe(sum(same.map(({ held }) => held)));
          expect(total.committed).toBe(total.released + total.refunded + total.held + total.toFund);
        }
        expect(sum(totals.map(({ paidOut }) => paidOut))).toBe(sum(splits.map(({ paidOut }) => paidOut)));
      }),
    );
  });
});

describe("sumByCurrency", () => {
  it("leaves out what adds up to nothing", () => {
    const amounts = [
      { currency: "GBP", amount: 5n },
      { currency: "EUR", amount: 0n },
      { currency: "GBP", amount: 7n },
      { currency: "CHF", amount: 1n },
    ] as const;
    expect(sumByCurrency(amounts)).toEqual([
      { currency: "CHF", amount: 1n },
      { currency: "GBP", amount: 12n },
    ]);
  });
});
