import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calculateStatements,
  parsePeriodName,
  type RevenueEvent,
  roundShares,
  type StatementTerms,
} from "../../src";
import type { Fraction } from "../../src/statement/exact";
import { returned, sale, termsOf, tier } from "./terms-builder";

const ladder = [
  tier(1_000_000n, 2_000n, 8_000n),
  tier(5_000_000n, 2_500n, 7_500n),
  tier(null, 3_000n, 7_000n),
];
const marginal = { basis: "cumulative", method: "marginal", tiers: ladder } as const;

function december(terms: StatementTerms, events: readonly RevenueEvent[]) {
  const [result] = calculateStatements(terms, events, parsePeriodName("2010-12", "month") ?? 0);
  if (result === undefined) throw new Error("no period was computed");
  return result;
}

const whole = (amounts: readonly bigint[]): Fraction[] =>
  amounts.map((numerator) => ({ numerator, denominator: 10_000n }));

test.each([
  { before: 800_000n, base: 500_000n, share: 115_000n },
  { before: 4_800_000n, base: 400_000n, share: 110_000n },
  { before: 990_000n, base: 20_000n, share: 4_500n },
])(
  "F28 C51: one sale that crosses a tier is paid at both rates ($before, then $base)",
  ({ before, base, share }) => {
    const { accrual } = december(termsOf({ share: marginal, openingBase: before }), [sale(base)]);
    expect(accrual.shares).toEqual([share, base - share]);
    expect(accrual.tier).toEqual({ before, after: before + base });
  },
);

test("F66 C51: a return of a sale from an earlier tier is taken at the rate that the sale had earned", () => {
  const early = sale(1_000_000n, { id: "a-early" });
  const later = sale(1_000_000n, { id: "b-later" });
  const back = returned(500_000n, { id: "c-back", originalId: "a-early" });
  const { accrual, counted } = december(termsOf({ share: marginal }), [back, later, early]);
  expect(accrual.shares[0]).toBe(200_000n + 250_000n - 100_000n);
  expect(counted.map(({ event, rule }) => [event.id, rule])).toEqual([
    ["a-early", "tiers"],
    ["b-later", "tiers"],
    ["c-back", "original"],
  ]);
});

test("F66: a return without an original goes down the tiers it stands on", () => {
  const { accrual } = december(termsOf({ share: marginal, openingBase: 1_200_000n }), [returned(400_000n)]);
  expect(accrual.shares[0]).toBe(-(200_000n * 2_500n + 200_000n * 2_000n) / 10_000n);
  expect(accrual.tier.after).toBe(800_000n);
});

test("F66 C1: returns of one sale that together exceed it are left out whole, and listed", () => {
  const sold = sale(10_000n, { id: "a" });
  const first = returned(6_000n, { id: "b", originalId: "a" });
  const second = returned(6_000n, { id: "c", originalId: "a" });
  const third = returned(4_000n, { id: "d", originalId: "a" });
  const unknown = returned(1_000n, { id: "e", originalId: "nowhere" });
  const { accrual, unmatched } = december(termsOf(), [sold, first, second, third, unknown]);
  expect(accrual.returns).toBe(-11_000n);
  expect(accrual).toMatchObject({ events: 4, returnEvents: 3 });
  expect(unmatched.map(({ event, reason }) => [event.id, reason])).toEqual([
    ["c", "return-exceeds-original"],
    ["e", "original-unknown"],
  ]);
});

test("F65: only what the agreement lists is taken off, and comes back with a return", () => {
  const parts = { tax: 2_000n, fees: 300n, shipping: 500n };
  const sold = sale(12_000n, { id: "a", ...parts });
  const back = returned(6_000n, { id: "b", originalId: "a", tax: 1_000n, fees: 100n, shipping: 250n });
  const { accrual } = december(termsOf({ deductions: ["tax", "shipping"] }), [sold, back]);
  expect(accrual).toMatchObject({
    gross: 12_000n,
    returns: -6_000n,
    deductions: 2_500n - 1_250n,
    net: 4_750n,
  });
});

test("F28: with the retroactive method the whole period earns the rate it reached", () => {
  const terms = termsOf({ share: { ...marginal, method: "retroactive" }, openingBase: 900_000n });
  const { accrual } = december(terms, [sale(600_000n)]);
  expect(accrual.shares[0]).toBe((1_500_000n * 2_500n - 900_000n * 2_000n) / 10_000n);
});

test("F28: tiers on the period begin anew in each", () => {
  const terms = termsOf({ share: { ...marginal, basis: "period" }, openingBase: 900_000n });
  const events = [sale(1_500_000n), sale(1_500_000n, { day: "2011-01-10" })];
  const results = calculateStatements(terms, events, parsePeriodName("2011-01", "month") ?? 0);
  expect(results.map(({ accrual }) => accrual.tier)).toEqual([
    { before: 0n, after: 1_500_000n },
    { before: 0n, after: 1_500_000n },
  ]);
  expect(results.map(({ accrual }) => accrual.shares[0])).toEqual([325_000n, 325_000n]);
});

test.each([
  { total: 1_000_001n, rates: [7_000n, 3_000n], parts: [700_001n, 300_000n] },
  { total: 1_001n, rates: [5_000n, 5_000n], parts: [501n, 500n] },
  { total: 645n, rates: [3_000n, 7_000n], parts: [194n, 451n] },
  { total: -1_001n, rates: [5_000n, 5_000n], parts: [-501n, -500n] },
])("F72 C5 R21: a base of $total is shared as $parts", ({ total, rates, parts }) => {
  expect(roundShares(whole(rates.map((rate) => rate * total)), total)).toEqual(parts);
});

test("F72 R21: shares of different signs are floored, and the missing units go to the largest remainders", () => {
  // -1.5, 2.7 and -0.2 are floored to -2, 2 and -1; of the two units that are missing, one goes to 0.8 and one to 0.7.
  expect(roundShares(whole([-15_000n, 27_000n, -2_000n]), 1n)).toEqual([-2n, 3n, 0n]);
  expect(() => roundShares(whole([15_000n]), 5n)).toThrow(RangeError);
});

const party = fc.integer({ min: 1, max: 6 });
const amount = fc.bigInt({ min: 0n, max: 10n ** 9n });

/** Random rates of a number of parties that sum to 10,000. */
const rates = (parties: number) =>
  fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: parties - 1, maxLength: parties - 1 })
    .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
    .map((cuts) => cuts.slice(1).map((cut, index) => BigInt(cut - (cuts[index] ?? 0))));

const tiersOf = (parties: number) =>
  fc
    .tuple(
      fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 9n }), { maxLength: 3 }),
      fc.array(rates(parties), { minLength: 4, maxLength: 4 }),
    )
    .map(([steps, all]) => [
      ...steps.sort((a, b) => (a < b ? -1 : 1)).map((upTo, index) => tier(upTo, ...(all[index] ?? []))),
      tier(null, ...(all[3] ?? [])),
    ]);

const termsArbitrary = party.chain((parties) =>
  fc.record({
    parties: fc.constant(
      Array.from({ length: parties }, (_, index) => ({ id: `p${index}`, role: "payee" as const })),
    ),
    share: fc.record({
      basis: fc.constantFrom("cumulative" as const, "period" as const),
      method: fc.constantFrom("marginal" as const, "retroactive" as const),
      tiers: tiersOf(parties),
    }),
    deductions: fc.subarray(["tax", "fees", "shipping"] as const),
    openingBase: amount,
  }),
);

const days = ["2010-12-01", "2010-12-31", "2011-01-15", "2011-02-28", "2011-03-01"];
const eventsArbitrary = fc
  .array(
    fc.record({
      gross: amount,
      tax: amount,
      fees: amount,
      shipping: amount,
      type: fc.constantFrom("sale" as const, "return" as const),
      day: fc.constantFrom(...days),
      original: fc.nat(40),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ original, ...draft }, index) =>
      sale(draft.gross, {
        ...draft,
        id: `e${index}`,
        originalId: original < drafts.length ? `e${original}` : null,
      }),
    ),
  );
const march = parsePeriodName("2011-03", "month") ?? 0;

test("F72 C6 R21: the parties' shares add up to the net base, for any signs, tiers and number of parties", () => {
  fc.assert(
    fc.property(termsArbitrary, eventsArbitrary, (changes, events) => {
      for (const { accrual } of calculateStatements(termsOf(changes), events, march)) {
        expect(accrual.shares.reduce((sum, share) => sum + share, 0n)).toBe(accrual.net);
        expect(accrual.net).toBe(accrual.gross + accrual.returns - accrual.deductions);
      }
    }),
  );
});

test("F72 R21: the order in which events arrive, and periods added later, change nothing", () => {
  fc.assert(
    fc.property(termsArbitrary, eventsArbitrary, fc.integer({ min: 0, max: 3 }), (changes, events, fewer) => {
      const terms = termsOf(changes);
      const all = calculateStatements(terms, events, march);
      expect(calculateStatements(terms, [...events].reverse(), march)).toEqual(all);
      expect(calculateStatements(terms, events, march - fewer)).toEqual(all.slice(0, all.length - fewer));
    }),
  );
});

test("F73: what each event is said to have earned adds up to the period's share to less than a minor unit", () => {
  fc.assert(
    fc.property(termsArbitrary, eventsArbitrary, (changes, events) => {
      const terms = termsOf({ ...changes, share: { ...changes.share, method: "marginal" } });
      for (const { accrual, counted } of calculateStatements(terms, events, march)) {
        terms.parties.forEach((_, index) => {
          const exact = counted.reduce((sum, { shares }) => sum + toMicros(shares?.[index]), 0n);
          const difference = exact - (accrual.shares[index] ?? 0n) * 1_000_000n;
          expect(difference < 1_000_100n && difference > -1_000_100n).toBe(true);
        });
      }
    }),
  );
});

function toMicros(share: Fraction | undefined): bigint {
  return share === undefined ? 0n : (share.numerator * 1_000_000n) / share.denominator;
}
