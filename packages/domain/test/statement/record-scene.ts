import fc from "fast-check";
import {
  buildStatementRecord,
  calculateStatements,
  defaultRights,
  type PayeeTerms,
  parsePeriodName,
  plainPayee,
  type RevenueEvent,
  type StatementInput,
  type StatementRecord,
  type StatementTerms,
} from "../../src";
import { returned, sale, tier } from "./terms-builder";

/** What a caller states of a statement of `studio`, changed as wanted. */
export function inputOf(
  terms: StatementTerms,
  events: readonly RevenueEvent[],
  changes: Partial<StatementInput> = {},
): StatementInput {
  const period = changes.period ?? "2010-12";
  const payee = changes.payee ?? "studio";
  const adjustments = terms.payees.get(payee)?.adjustments ?? [];
  return {
    kind: "statement",
    corrects: null,
    issue: {
      number: "ACME-AGR-1-2010-1",
      date: "2011-01-15",
      dueDate: "2011-02-01",
      disputeDeadline: "2011-02-14",
    },
    terms,
    currency: { code: "GBP", digits: 2 },
    payoutUnit: 1n,
    results: calculateStatements(terms, events, parsePeriodName(period, terms.period) ?? 0),
    period,
    payee,
    agreement: {
      id: "AGR-1",
      title: "Snack boxes",
      version: 2,
      effectiveFrom: "2010-12-01",
      effectiveTo: null,
    },
    issuerParty: { name: "Retailer Ltd", address: ["1 High Street", "London"], taxId: "GB 1" },
    payeeParty: { name: "Studio GmbH", address: ["Lindenstraße 8", "Berlin"], taxId: null },
    contact: { name: "Ada Bright", email: "ada@retailer.example" },
    otherParties: "each",
    partyNames: new Map([["retailer", "Retailer Ltd"]]),
    cutOff: new Date("2011-01-01T00:00:00Z"),
    completeness: { expected: ["shop"], received: ["shop"], lateIn: 0, lateOut: 0 },
    eventFacts: new Map(),
    adjustments: adjustments
      .filter((one) => one.period === period)
      .map(({ amount, reason }) => ({
        amount,
        code: reason,
        text: "as agreed",
        author: "Ada Bright",
        approver: null,
        evidence: null,
      })),
    approvals: [],
    previous: null,
    changeNotes: [],
    rights: defaultRights,
    tax: null,
    fx: null,
    payout: null,
    engineVersion: "1",
    ...changes,
  };
}

export function recordOf(...given: Parameters<typeof inputOf>): StatementRecord {
  return buildStatementRecord(inputOf(...given));
}

export const sumOf = (amounts: readonly { readonly minor: string }[]): bigint =>
  amounts.reduce((total, { minor }) => total + BigInt(minor), 0n);

export const months = ["2010-12", "2011-01", "2011-02"] as const;

const amount = (max: number) => fc.bigInt({ min: 0n, max: BigInt(max) });
const rate = fc.bigInt({ min: 0n, max: 10_000n });

const ratesOfThree = fc.tuple(rate, rate).map(([a, b]) => {
  const [low, high] = a < b ? [a, b] : [b, a];
  return [low, high - low, 10_000n - high] as const;
});

const tiers = fc
  .tuple(fc.array(amount(300_000), { maxLength: 2 }), fc.array(ratesOfThree, { minLength: 3, maxLength: 3 }))
  .map(([widths, rates]) => {
    let reached = 0n;
    const ends = widths.map((width) => {
      reached += width + 1n;
      return reached;
    });
    return [...ends, null].map((upTo, index) => tier(upTo, ...(rates[index] ?? [])));
  });

const payeeTerms: fc.Arbitrary<PayeeTerms> = fc.record({
  floor: fc.option(amount(100_000)),
  reserve: fc.option(
    fc.record({
      rateBp: rate,
      releaseBp: fc.constantFrom([10_000n], [5_000n, 5_000n], [3_333n, 3_333n, 3_334n]),
    }),
  ),
  advance: fc.option(fc.record({ amount: amount(200_000), recoupRateBp: rate })),
  minimumPayout: amount(50_000),
  negativeOffsetCapBp: rate,
  platformFeeBp: fc.bigInt({ min: 0n, max: 2_000n }),
  withholdingBp: fc.bigInt({ min: 0n, max: 3_000n }),
  opening: fc.record({
    payable: fc.bigInt({ min: -50_000n, max: 50_000n }),
    reserveReleases: fc.array(amount(5_000), { maxLength: 3 }),
  }),
  adjustments: fc.array(
    fc.record({
      period: fc.constantFrom(...months),
      amount: fc.bigInt({ min: -9_000n, max: 9_000n }),
      reason: fc.constant("bonus"),
    }),
    { maxLength: 2 },
  ),
});

/** Terms of any kind: a studio and a label that are paid by a retailer. */
export const anyTerms: fc.Arbitrary<StatementTerms> = fc
  .record({
    basis: fc.constantFrom("cumulative" as const, "period" as const),
    method: fc.constantFrom("marginal" as const, "retroactive" as const),
    tiers,
    payee: payeeTerms,
    other: payeeTerms,
    deductions: fc.subarray(["tax", "fees", "shipping"] as const),
    openingBase: amount(400_000),
  })
  .map(({ basis, method, tiers: steps, payee, other, deductions, openingBase }) => ({
    agreement: "AGR-1",
    timeZone: "Europe/London",
    start: "2010-12-05",
    end: null,
    period: "month",
    items: "*",
    parties: [
      { id: "studio", role: "payee" },
      { id: "label", role: "payee" },
      { id: "retailer", role: "payer" },
    ],
    deductions,
    share: { basis, method, tiers: steps },
    payees: new Map([
      ["studio", payee],
      ["label", other],
    ]),
    openingBase,
  }));

/** Sales and returns of three months; returns go back to a sale, to nothing that is known, or name none. */
export const anyEvents: fc.Arbitrary<RevenueEvent[]> = fc
  .array(
    fc.record({
      day: fc.tuple(fc.constantFrom(...months), fc.integer({ min: 1, max: 28 })),
      back: fc.option(fc.nat({ max: 30 }), { freq: 2 }),
      gross: amount(90_000),
      parts: fc.tuple(amount(3_000), amount(3_000), amount(3_000)),
      item: fc.constantFrom("22326", "22629"),
    }),
    { maxLength: 24 },
  )
  .map((drawn) =>
    drawn.map(({ day: [month, day], back, gross, parts: [tax, fees, shipping], item }, index) => {
      const given = {
        id: `e${String(index).padStart(3, "0")}`,
        day: `${month}-${String(day).padStart(2, "0")}`,
        item,
        tax,
        fees,
        shipping,
      };
      if (back === null) return sale(gross, given);
      const originalId = back === 0 ? null : `e${String(back - 1).padStart(3, "0")}`;
      return returned(gross / 3n, { ...given, originalId });
    }),
  );

export const plain = plainPayee;
