import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calculateStatements,
  type PayeeTerms,
  parsePeriodName,
  plainPayee,
  type RevenueEvent,
  reserveHeld,
  type StatementTerms,
} from "../../src";
import { returned, sale, termsOf, tier } from "./terms-builder";

/** The statements of the only payee for so many months from December 2010 on. */
function months(
  count: number,
  payee: Partial<PayeeTerms>,
  events: readonly RevenueEvent[],
  terms: Partial<StatementTerms> = {},
) {
  const first = parsePeriodName("2010-12", "month") ?? 0;
  return calculateStatements(termsOf(terms, payee), events, first + count - 1).map(
    ({ statements: [statement] }) => {
      if (statement === undefined) throw new Error("there is no statement");
      return { ...statement.settlement, share: statement.share, opening: statement.opening };
    },
  );
}

test.each([
  { earned: 100_000n, topUp: 0n, name: "met exactly" },
  { earned: 99_999n, topUp: 1n, name: "missed by one unit" },
  { earned: 0n, topUp: 100_000n, name: "without any sale" },
])("F26 F77: a floor $name is topped up by $topUp", ({ earned, topUp }) => {
  const [statement] = months(1, { floor: 100_000n }, earned === 0n ? [] : [sale(earned)]);
  expect(statement).toMatchObject({ share: earned, topUp, due: earned + topUp });
});

test("F26: in a broken period the floor is in proportion to its days, rounded half-up, and there is none after the end", () => {
  const statements = months(3, { floor: 100_000n }, [], { start: "2010-12-17", end: "2011-01-01" });
  expect(statements.map(({ topUp }) => topUp)).toEqual([48_387n, 3_226n, 0n]);
});

test("F26: a floor of zero lifts a negative share to zero, and no floor does not", () => {
  expect(months(1, { floor: 0n }, [returned(500n)])[0]?.topUp).toBe(500n);
  expect(months(1, {}, [returned(500n)])[0]).toMatchObject({ topUp: 0n, due: -500n });
});

test("F29 F79: a reserve of 20 % is released in halves over two periods", () => {
  const reserve = { rateBp: 2_000n, releaseBp: [5_000n, 5_000n] };
  const statements = months(3, { reserve }, [sale(2_500n)]);
  expect(statements.map(({ reserveTaken }) => reserveTaken)).toEqual([500n, 0n, 0n]);
  expect(statements.map(({ reserveReleased }) => reserveReleased)).toEqual([0n, 250n, 250n]);
  expect(statements.map(({ closing }) => reserveHeld(closing))).toEqual([500n, 250n, 0n]);
});

test("F29: nothing is reserved of a negative share, and of a top-up neither", () => {
  const reserve = { rateBp: 5_000n, releaseBp: [10_000n] };
  expect(months(1, { reserve, floor: 900n }, [returned(100n)])[0]).toMatchObject({
    reserveTaken: 0n,
    topUp: 1_000n,
  });
});

test("F29: the last release is what is left, and earlier reserves of a deal that moved in are released in turn", () => {
  const reserve = { rateBp: 10_000n, releaseBp: [3_333n, 3_333n, 3_334n] };
  const opening = { payable: 0n, reserveReleases: [7n, 11n] };
  const statements = months(4, { reserve, opening }, [sale(5n)]);
  expect(statements.map(({ reserveReleased }) => reserveReleased)).toEqual([7n, 11n + 2n, 2n, 1n]);
});

test("F27 F76: an advance is recouped at its rate, to exactly zero and not below", () => {
  const advance = { amount: 120_000n, recoupRateBp: 5_000n };
  const events = ["2010-12-05", "2011-01-05", "2011-02-05"].map((day) => sale(100_000n, { day }));
  const statements = months(3, { advance }, events);
  expect(statements.map(({ recouped }) => recouped)).toEqual([50_000n, 50_000n, 20_000n]);
  expect(statements.map(({ closing }) => closing.unrecouped)).toEqual([70_000n, 20_000n, 0n]);
});

test("F27 F77: a top-up counts in what recoupment may take", () => {
  const advance = { amount: 1_000n, recoupRateBp: 10_000n };
  expect(months(1, { advance, floor: 400n }, [])[0]).toMatchObject({ topUp: 400n, recouped: 400n, due: 0n });
});

test("F75 F93: what is below the minimum is carried over, and paid with the next", () => {
  const events = [sale(3_000n), sale(2_500n, { day: "2011-01-05" })];
  const statements = months(2, { minimumPayout: 5_000n }, events);
  expect(statements).toMatchObject([
    { payable: 0n, carriedOver: 3_000n },
    { opening: { payable: 3_000n }, payable: 5_500n, carriedOver: 0n, closing: { payable: 0n } },
  ]);
});

test("F94: a negative closing is made up for by half of what is due, unless another cap was agreed", () => {
  const events = [
    returned(10_000n),
    sale(4_000n, { day: "2011-01-05" }),
    sale(20_000n, { day: "2011-02-05" }),
  ];
  expect(months(3, {}, events)).toMatchObject([
    { netDue: -10_000n, payable: 0n, closing: { payable: -10_000n } },
    { negativeOffset: 2_000n, payable: 2_000n, closing: { payable: -8_000n } },
    { negativeOffset: 8_000n, payable: 12_000n, closing: { payable: 0n } },
  ]);
  expect(months(2, { negativeOffsetCapBp: 10_000n }, events)[1]).toMatchObject({
    negativeOffset: 4_000n,
    payable: 0n,
  });
});

test("F81: fee and withholding are of what is due after the offset, half-up, and nothing of a negative amount", () => {
  const rates = {
    platformFeeBp: 250n,
    withholdingBp: 1_500n,
    opening: { payable: -1_000n, reserveReleases: [] },
  };
  expect(months(1, rates, [sale(2_010n)])[0]).toMatchObject({
    negativeOffset: 1_000n,
    platformFee: 25n,
    withholding: 152n,
    netDue: 833n,
  });
  expect(months(1, rates, [returned(2_010n)])[0]).toMatchObject({ platformFee: 0n, withholding: 0n });
});

test("F80: an adjustment takes effect in its period, with and without events", () => {
  const adjustments = [
    { period: "2011-01", amount: -4_500n, reason: "correction" },
    { period: "2011-01", amount: 500n, reason: "bonus" },
  ];
  expect(months(3, { adjustments }, []).map((statement) => statement.adjustments)).toEqual([0n, -4_000n, 0n]);
});

test("F67 C40: an event outside the term is not counted, but listed, and the first day and the last belong to it", () => {
  const terms = termsOf({ start: "2010-12-10", end: "2011-01-10" });
  const events = ["2010-11-30", "2010-12-09", "2010-12-10", "2011-01-10", "2011-01-11"].map((day) =>
    sale(100n, { day, id: day }),
  );
  const results = calculateStatements(terms, events, parsePeriodName("2011-02", "month") ?? 0);
  expect(results.map(({ accrual }) => accrual.events)).toEqual([1, 1, 0]);
  expect(
    results.flatMap(({ unmatched }) => unmatched.map(({ event, reason }) => [event.day, reason])),
  ).toEqual([
    ["2010-11-30", "outside-term"],
    ["2010-12-09", "outside-term"],
    ["2011-01-11", "outside-term"],
  ]);
});

const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
const rate = fc.bigInt({ min: 0n, max: 10_000n });
const payeeTerms: fc.Arbitrary<PayeeTerms> = fc.record({
  floor: fc.option(amount),
  reserve: fc.option(fc.record({ rateBp: rate, releaseBp: rate.map((first) => [first, 10_000n - first]) })),
  advance: fc.option(fc.record({ amount, recoupRateBp: rate })),
  minimumPayout: amount,
  negativeOffsetCapBp: rate,
  platformFeeBp: rate,
  withholdingBp: rate,
  opening: fc.record({
    payable: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    reserveReleases: fc.array(amount, { maxLength: 3 }),
  }),
  adjustments: fc.array(
    fc.record({
      period: fc.constantFrom("2010-12", "2011-01", "2011-02"),
      amount: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
      reason: fc.constant("correction"),
    }),
    { maxLength: 3 },
  ),
});
const events = fc.array(
  fc
    .tuple(amount, fc.boolean(), fc.constantFrom("2010-12-10", "2011-01-10", "2011-02-10"))
    .map(([gross, isSale, day]) => sale(gross, { day, type: isSale ? "sale" : "return" })),
  { maxLength: 12 },
);

test("F75: every balance is explained: opening, what moved it, closing, and closing is the next opening", () => {
  fc.assert(
    fc.property(payeeTerms, events, (payee, given) => {
      const statements = months(5, payee, given, {
        share: { basis: "period", method: "marginal", tiers: [tier(null, 6_000n, 4_000n)] },
      });
      statements.forEach((statement, index) => {
        const { opening, closing, share, topUp, reserveTaken, reserveReleased, recouped, adjustments } =
          statement;
        const earned = share + topUp - reserveTaken + reserveReleased - recouped + adjustments;
        const costs = statement.platformFee + statement.withholding;
        expect(opening.payable + earned - costs - statement.payable).toBe(closing.payable);
        expect(reserveHeld(opening) + reserveTaken - reserveReleased).toBe(reserveHeld(closing));
        expect(opening.unrecouped - recouped).toBe(closing.unrecouped);
        expect(closing.unrecouped >= 0n && statement.payable >= 0n).toBe(true);
        expect(statements[index + 1]?.opening ?? closing).toEqual(closing);
      });
    }),
  );
});

test("F24: a payee without terms of its own has none of them", () => {
  expect(months(1, plainPayee, [sale(100n)], { payees: new Map() })[0]).toMatchObject({
    due: 100n,
    payable: 100n,
  });
});
