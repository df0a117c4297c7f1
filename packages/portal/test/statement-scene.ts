import {
  buildStatementRecord,
  calculateStatements,
  canonicalJson,
  defaultRights,
  type PayeeTerms,
  parsePeriodName,
  plainPayee,
  type RevenueEvent,
  type StatementInput,
  type StatementRecord,
  type StatementTerms,
  type views,
} from "@evenshare/domain";

/** Two payees and a brand, in London months from December 2026; the studio has everything that can be agreed. */
const studio: PayeeTerms = {
  ...plainPayee,
  floor: 60_000n,
  reserve: { rateBp: 2_000n, releaseBp: [5_000n, 5_000n] },
  advance: { amount: 120_000n, recoupRateBp: 5_000n },
  minimumPayout: 5_000n,
};

function termsOf(payee: PayeeTerms): StatementTerms {
  return {
    agreement: "SH-1",
    timeZone: "Europe/London",
    start: "2026-12-01",
    end: "2027-03-31",
    period: "month",
    items: "*",
    parties: [
      { id: "studio", role: "payee" },
      { id: "label", role: "payee" },
      { id: "brand", role: "payer" },
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
    payees: new Map([["studio", payee]]),
    openingBase: 0n,
  };
}

function event(id: string, gross: bigint, given: Partial<RevenueEvent> = {}): RevenueEvent {
  const day = given.day ?? "2026-12-10";
  return {
    id,
    at: { seconds: Date.parse(`${day}T12:00:00Z`) / 1000, decimals: "" },
    day,
    type: "sale",
    item: "BOX-1",
    gross,
    tax: gross / 10n,
    fees: 100n,
    shipping: 0n,
    originalId: null,
    ...given,
  };
}

/** A sale below the first step, one across it a month later, and a part of the first that comes back then. */
export const events: readonly RevenueEvent[] = [
  event("e1", 400_000n),
  event("e2", 300_000n, { day: "2027-01-12" }),
  event("e3", 40_000n, { fees: 0n, type: "return", day: "2027-01-20", originalId: "e1" }),
];

interface Wish {
  readonly period?: string;
  readonly payee?: PayeeTerms;
  readonly events?: readonly RevenueEvent[];
  readonly changes?: Partial<StatementInput>;
}

/** The studio's statement of January 2027, changed as wanted. */
export function recordOf(wish: Wish = {}): StatementRecord {
  const { period = "2027-01", payee = studio, events: sold = events, changes = {} } = wish;
  const terms = termsOf(payee);
  return buildStatementRecord({
    kind: "statement",
    corrects: null,
    issue: {
      number: "GASTHAUS-SH-1-2027-2",
      date: "2027-02-15",
      dueDate: "2027-03-01",
      disputeDeadline: "2027-03-17",
    },
    terms,
    currency: { code: "GBP", digits: 2 },
    results: calculateStatements(terms, sold, parsePeriodName(period, "month") ?? 0),
    period,
    payee: "studio",
    agreement: {
      id: "SH-1",
      title: "Harvest film income",
      version: 3,
      effectiveFrom: "2026-12-01",
      effectiveTo: null,
    },
    issuerParty: { name: "Gasthaus Group", address: [], taxId: null },
    payeeParty: { name: "Studio Ada", address: [], taxId: null },
    contact: { name: "Maggie Hale", email: "maggie@gasthaus.example" },
    otherParties: "each",
    partyNames: new Map([
      ["label", "Lindgren Records"],
      ["brand", "Gasthaus Group"],
    ]),
    cutOff: new Date("2027-02-01T00:00:00Z"),
    completeness: { expected: ["Shop"], received: ["Shop"], lateIn: 1, lateOut: 0 },
    eventFacts: new Map(
      sold.map(({ id }) => [id, { source: "Shop", description: "Snack box", quantity: 2n, original: null }]),
    ),
    adjustments: [],
    approvals: [],
    previous: null,
    changeNotes: [],
    rights: defaultRights,
    tax: null,
    fx: null,
    payout: null,
    payoutUnit: 1n,
    engineVersion: "1",
    ...changes,
  });
}

export const statementId = "00000000-0000-4000-8000-000000000001";
export const agreementId = "00000000-0000-4000-8000-000000000002";

/** What the server answers of an issued statement. */
export function viewOf(
  record: StatementRecord,
  changes: Partial<views.StatementView> = {},
): views.StatementView {
  const { identity, summary, balances } = record;
  return {
    id: statementId,
    number: identity.number ?? "",
    agreementId,
    agreementTitle: identity.agreement.title,
    payee: identity.payee.name,
    issuer: identity.issuer.name,
    period: identity.period.name,
    firstDay: identity.period.firstDay,
    lastDay: identity.period.lastDay,
    issuedAt: new Date("2027-02-15T09:00:00Z"),
    dueOn: identity.dueDate ?? "",
    disputeUntil: identity.disputeDeadline ?? "",
    currency: "GBP",
    netRevenue: BigInt(summary.netRevenue.minor),
    share: BigInt(summary.share.minor),
    payable: BigInt(summary.payable.minor),
    carriedOver: BigInt(balances.payable.closing.minor),
    record: canonicalJson(record),
    sha256: "ab".repeat(32),
    ...changes,
  };
}

/** What the server answers of an open period: a draft for each payee that the reader may know of. */
export function openPeriodOf(
  drafts: readonly { readonly party: string; readonly payee: string; readonly record: StatementRecord }[],
  changes: Partial<views.OpenPeriodView> = {},
): views.OpenPeriodView {
  return {
    agreementId,
    period: "2027-01",
    firstDay: "2027-01-01",
    lastDay: "2027-01-31",
    ended: true,
    canIssue: true,
    lateLines: 0,
    drafts: drafts.map(({ party, payee, record }) => ({ party, payee, record: canonicalJson(record) })),
    ...changes,
  };
}
