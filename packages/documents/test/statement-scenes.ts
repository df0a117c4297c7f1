import {
  buildStatementRecord,
  calculateStatements,
  defaultRights,
  type EventFacts,
  type PayeeTerms,
  parsePeriodName,
  plainPayee,
  type RevenueEvent,
  type StatementInput,
  type StatementRecord,
  type StatementTerms,
} from "@evenshare/domain";

/** A studio that earns from a retailer in London months from December 2010, with everything that can be agreed. */
export const studio: PayeeTerms = {
  ...plainPayee,
  floor: 60_000n,
  reserve: { rateBp: 2_000n, releaseBp: [5_000n, 5_000n] },
  advance: { amount: 120_000n, recoupRateBp: 5_000n },
  minimumPayout: 5_000n,
  platformFeeBp: 250n,
  withholdingBp: 1_500n,
  adjustments: [{ period: "2011-01", amount: -4_500n, reason: "correction" }],
};

export function termsOf(changes: Partial<StatementTerms> = {}, payee: PayeeTerms = studio): StatementTerms {
  return {
    agreement: "AGR-1",
    timeZone: "Europe/London",
    start: "2010-12-01",
    end: null,
    period: "month",
    items: "*",
    parties: [
      { id: "studio", role: "payee" },
      { id: "label", role: "payee" },
      { id: "retailer", role: "payer" },
    ],
    deductions: ["tax", "shipping"],
    share: {
      basis: "cumulative",
      method: "marginal",
      tiers: [
        { upTo: 500_000n, ratesBp: [2_000n, 1_000n, 7_000n] },
        { upTo: null, ratesBp: [2_500n, 1_250n, 6_250n] },
      ],
    },
    payees: new Map([
      ["studio", payee],
      ["label", { ...plainPayee, withholdingBp: 777n, minimumPayout: 7_777n }],
    ]),
    openingBase: 0n,
    ...changes,
  };
}

const products = [
  ["22326", "Round snack boxes, set of 4"],
  ["22629", "Spaceboy lunch box"],
  ["21731", "Red toadstool night light"],
] as const;

/** So many sales, with every tenth a return of the one before, spread over a month. */
export function monthOf(month: string, count: number, scale = 1n): RevenueEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const day = `${month}-${String(Math.floor((index * 27) / count) + 1).padStart(2, "0")}`;
    const back = index % 10 === 9;
    const gross = back ? 1_275n * scale : BigInt(4_935 + ((index * 2_711) % 19_000)) * scale;
    return {
      id: `${month}-${String(index).padStart(4, "0")}`,
      at: { seconds: Date.parse(`${day}T00:00:00Z`) / 1000 + 36_000 + index, decimals: "" },
      day,
      type: back ? "return" : "sale",
      item: products[index % 3]?.[0] ?? "",
      gross,
      tax: gross / 6n,
      fees: gross / 50n,
      shipping: 295n * scale,
      originalId: back ? `${month}-${String(index - 9).padStart(4, "0")}` : null,
    };
  });
}

export function factsOf(events: readonly RevenueEvent[]): Map<string, EventFacts> {
  const names = new Map<string, string>(products);
  return new Map(
    events.map(({ id, item }, index) => [
      id,
      {
        source: index % 4 === 3 ? "Marketplace" : "Web shop",
        description: names.get(item) ?? null,
        quantity: BigInt((index % 6) + 1),
        original: null,
      },
    ]),
  );
}

/** What a caller states of the January statement, changed as wanted. */
export function inputOf(
  terms: StatementTerms,
  events: readonly RevenueEvent[],
  changes: Partial<StatementInput> = {},
): StatementInput {
  const period = changes.period ?? "2011-01";
  const payee = changes.payee ?? "studio";
  const results = calculateStatements(terms, events, parsePeriodName(period, terms.period) ?? 0);
  const agreed = terms.payees.get(payee)?.adjustments ?? [];
  return {
    kind: "statement",
    corrects: null,
    issue: {
      number: "GASTHAUS-AGR-1-2011-7",
      date: "2011-02-15",
      dueDate: "2011-03-01",
      disputeDeadline: "2011-03-17",
    },
    terms,
    currency: { code: "GBP", digits: 2 },
    payoutUnit: 1n,
    results,
    period,
    payee,
    agreement: {
      id: "AGR-1",
      title: "Toadstool collection",
      version: 3,
      effectiveFrom: "2010-12-01",
      effectiveTo: null,
    },
    issuerParty: {
      name: "Gasthaus Group Ltd",
      address: ["14 Mill Lane", "London N1 7AB", "United Kingdom"],
      taxId: "GB 123 4567 89",
    },
    payeeParty: {
      name: "Wiesen Studio GmbH",
      address: ["Lindenstraße 8", "10969 Berlin", "Germany"],
      taxId: "DE 812 345 678",
    },
    contact: { name: "Ada Bright", email: "royalties@gasthaus.example" },
    otherParties: "each",
    partyNames: new Map([
      ["label", "Lindgren Records"],
      ["retailer", "Gasthaus Group Ltd"],
    ]),
    cutOff: new Date("2011-02-01T00:00:00Z"),
    completeness: {
      expected: ["Web shop", "Marketplace"],
      received: ["Web shop", "Marketplace"],
      lateIn: 0,
      lateOut: 2,
    },
    eventFacts: factsOf(events),
    adjustments: agreed
      .filter((one) => one.period === period)
      .map(({ amount, reason }) => ({
        amount,
        code: reason,
        text: "December freight was charged twice",
        author: "Ada Bright",
        approver: "Tom Hale",
        evidence: "freight-note-12.pdf",
      })),
    approvals: [
      {
        party: "Wiesen Studio GmbH",
        person: "Jule Brandt",
        at: new Date("2011-02-09T10:12:00Z"),
        version: 2,
      },
      { party: "Gasthaus Group Ltd", person: null, at: new Date("2011-02-12T00:00:00Z"), version: 2 },
    ],
    previous: {
      number: "GASTHAUS-AGR-1-2011-2",
      sha256: "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
    },
    changeNotes: ["Version 3 of the agreement took effect on 1 January 2011: shipping is now deducted."],
    rights: defaultRights,
    tax: { treatyArticle: "Article 12", formId: "DT-Company", formDate: "2010-11-20" },
    fx: {
      quoteId: "fxq_8812",
      source: "European Central Bank",
      at: new Date("2011-02-28T14:00:00Z"),
      midRate: "1.1721",
      appliedRate: "1.1662",
      spread: 312n,
      payoutCurrency: { code: "EUR", digits: 2 },
      sent: 61_218n,
      kept: 0n,
    },
    payout: { reference: "PO-2011-0041", method: "Bank account ending in 4242", expectedDate: "2011-03-02" },
    engineVersion: "1.0.0",
    ...changes,
  };
}

export const twoMonths = [...monthOf("2010-12", 40), ...monthOf("2011-01", 60)];

export function recordOf(...given: Parameters<typeof inputOf>): StatementRecord {
  return buildStatementRecord(inputOf(...given));
}
