import {
  buildStatementRecord,
  calculateStatements,
  defaultRights,
  parsePeriodName,
  plainPayee,
  type RevenueEvent,
  type StatementRecord,
  type StatementTerms,
} from "@evenshare/domain";

const lines = 60;
const party = (name: string) => ({
  name,
  address: ["Lindenstraße 8", "10969 Berlin"],
  taxId: "DE 812 345 678",
});

const terms: StatementTerms = {
  agreement: "AGR-1",
  timeZone: "Europe/London",
  start: "2011-01-01",
  end: null,
  period: "month",
  items: "*",
  parties: [
    { id: "studio", role: "payee" },
    { id: "retailer", role: "payer" },
  ],
  deductions: ["tax"],
  share: {
    basis: "cumulative",
    method: "marginal",
    tiers: [
      { upTo: 500_000n, ratesBp: [2_000n, 8_000n] },
      { upTo: null, ratesBp: [2_500n, 7_500n] },
    ],
  },
  payees: new Map([
    [
      "studio",
      {
        ...plainPayee,
        floor: 60_000n,
        reserve: { rateBp: 2_000n, releaseBp: [5_000n, 5_000n] },
        advance: { amount: 120_000n, recoupRateBp: 5_000n },
      },
    ],
  ]),
  openingBase: 0n,
};

/** A statement of sixty lines; another `seed` gives other names and amounts in all of them. */
export function statementOf(seed: number): StatementRecord {
  const events = Array.from({ length: lines }, (_, index) => saleOf(seed, index));
  return buildStatementRecord({
    kind: "statement",
    corrects: null,
    issue: {
      number: `ACME-AGR-1-2011-${seed + 1}`,
      date: "2011-02-15",
      dueDate: "2011-03-01",
      disputeDeadline: "2011-03-17",
    },
    terms,
    currency: { code: "GBP", digits: 2 },
    payoutUnit: 1n,
    results: calculateStatements(terms, events, parsePeriodName("2011-01", "month") ?? 0),
    period: "2011-01",
    payee: "studio",
    agreement: {
      id: "AGR-1",
      title: "Toadstool collection",
      version: 1,
      effectiveFrom: "2011-01-01",
      effectiveTo: null,
    },
    issuerParty: party(`Retailer ${seed} Ltd`),
    payeeParty: party(`Studio ${seed} GmbH`),
    contact: { name: "Ada Bright", email: "ada@retailer.example" },
    otherParties: "each",
    partyNames: new Map([["retailer", `Retailer ${seed} Ltd`]]),
    cutOff: new Date("2011-02-01T00:00:00Z"),
    completeness: { expected: ["Web shop"], received: ["Web shop"], lateIn: 0, lateOut: 0 },
    eventFacts: new Map(
      events.map(({ id }) => [
        id,
        { source: "Web shop", description: `Łódź box ${id}`, quantity: 1n, original: null },
      ]),
    ),
    adjustments: [],
    approvals: [],
    previous: null,
    changeNotes: [],
    rights: defaultRights,
    tax: null,
    fx: null,
    payout: null,
    engineVersion: "1",
  });
}

function saleOf(seed: number, index: number): RevenueEvent {
  const day = `2011-01-${String(Math.floor(index / 3) + 1).padStart(2, "0")}`;
  const gross = BigInt(4_000 + ((seed * 7_919 + index * 104_729) % 15_000));
  return {
    id: `${seed}-${String(index).padStart(3, "0")}`,
    at: { seconds: Date.parse(`${day}T12:00:00Z`) / 1000, decimals: "" },
    day,
    type: "sale",
    item: `item ${index % 3}`,
    gross,
    tax: gross / 6n,
    fees: 0n,
    shipping: 0n,
    originalId: null,
  };
}
