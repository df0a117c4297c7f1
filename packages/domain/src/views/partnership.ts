import { z } from "zod";
import { milestoneTermsSchema } from "../agreement/terms";
import { currencyCode } from "../money/currency";
import { holdView } from "./hold";
import { commandKey } from "./milestone";
import { branding } from "./organization";
import { payeeAccountView } from "./payee";
import { id, moneySplit, organizationRef } from "./shapes";

export const agreementStatuses = ["proposed", "accepted", "superseded"] as const;

export const agreementView = z.strictObject({
  version: z.number().int(),
  status: z.enum(agreementStatuses),
  terms: milestoneTermsSchema.strict(),
  /** The day from which the producer earns under this version. */
  startsOn: z.iso.date(),
  proposedAt: z.date(),
  proposedBy: z.string(),
  acceptedAt: z.date().nullable(),
  acceptedBy: z.string().nullable(),
});

export const partnershipRow = z.strictObject({
  id,
  title: z.string(),
  counterparty: organizationRef,
  agreementStatus: z.enum(agreementStatuses),
  startedAt: z.date(),
  openMilestones: z.number().int(),
  /** One per currency in use. */
  money: z.array(moneySplit),
  /** The next thing that happens by itself. */
  nextDate: z.date().nullable(),
});
export type PartnershipRow = z.infer<typeof partnershipRow>;

export const partnershipView = partnershipRow.extend({
  brand: organizationRef,
  producer: organizationRef,
  branding: z.strictObject({ brand: branding, producer: branding }),
  agreement: agreementView,
  /** Whether the reader may accept the proposed agreement now. */
  canAccept: z.boolean(),
  canDraft: z.boolean(),
  payeeReady: z.boolean(),
});
export type PartnershipView = z.infer<typeof partnershipView>;

export const acceptAgreementInput = z.strictObject({
  commandKey,
  partnershipId: id,
  version: z.number().int(),
});

export const auditRow = z.strictObject({
  id,
  at: z.date(),
  action: z.string(),
  actorName: z.string(),
  actorKind: z.enum(["person", "clock", "provider", "operator"]),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectTitle: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.string().nullable()),
  after: z.record(z.string(), z.string().nullable()),
  ip: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const heldFundsView = z.strictObject({
  /** One per currency: the sum of the milestones below and of the ledger; `toFund` also of what is agreed and unfunded. */
  totals: z.array(moneySplit.extend({ inReview: z.bigint(), disputed: z.bigint() })),
  milestones: z.array(
    z.strictObject({
      id,
      title: z.string(),
      partnershipTitle: z.string(),
      counterparty: organizationRef,
      state: z.string(),
      money: moneySplit,
      reviewEndsAt: z.date().nullable(),
      timeZone: z.string(),
    }),
  ),
  /** Who holds the money, in one sentence. */
  holder: z.string(),
  /** Holds that have not ended: what is held back, and why. */
  holds: z.array(holdView),
});
export type HeldFundsView = z.infer<typeof heldFundsView>;

export const payoutRow = z.strictObject({
  id,
  amount: z.bigint(),
  currency: currencyCode,
  status: z.enum(["waiting", "unknown", "in_transit", "paid", "failed"]),
  createdAt: z.date(),
  /** The smallest payout, while this one is below it and waits to go along with the next. */
  waitsFor: z.bigint().nullable(),
  expectedAt: z.date().nullable(),
  paidAt: z.date().nullable(),
  failureReason: z.string().nullable(),
  fix: z.string().nullable(),
  bank: z.string().nullable(),
  traceId: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      releaseId: id,
      milestoneId: id,
      milestoneTitle: z.string(),
      brandName: z.string(),
      gross: z.bigint(),
      fee: z.bigint(),
      net: z.bigint(),
    }),
  ),
});
export type PayoutRow = z.infer<typeof payoutRow>;

export const calendarItem = z.strictObject({
  at: z.date(),
  kind: z.enum(["auto_release", "reminder", "payout_expected", "due"]),
  milestoneId: id.nullable(),
  title: z.string(),
  counterpartyName: z.string(),
  amount: z.bigint().nullable(),
  currency: currencyCode.nullable(),
  direction: z.enum(["in", "out", "none"]),
});

const needsYou = z.strictObject({
  milestoneId: id.nullable(),
  /** Null for what concerns the organization itself. */
  partnershipId: id.nullable(),
  /** Of a revenue share. */
  shareId: id.optional(),
  action: z.enum([
    "review",
    "approve",
    "fund",
    "repay",
    "agree",
    "accept_agreement",
    "start",
    "submit",
    "revise",
    "onboard",
    "propose",
    "fix_payout",
    "answer_share",
  ]),
  title: z.string(),
  counterpartyName: z.string(),
  amount: z.bigint().nullable(),
  currency: currencyCode.nullable(),
  dueAt: z.date().nullable(),
  timeZone: z.string(),
});

export const brandHomeView = z.strictObject({
  toApprove: z.number().int(),
  /** Requests of others that the reader may decide about. */
  approvals: z.number().int(),
  toFund: z.number().int(),
  held: z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() })),
  releasingIn30Days: z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() })),
  needsYou: z.array(needsYou),
  calendar: z.array(calendarItem),
  partnerships: z.array(partnershipRow),
});
export type BrandHomeView = z.infer<typeof brandHomeView>;

export const producerHomeView = z.strictObject({
  /** Held for this producer, on the way to its bank, and arrived in the last 30 days. */
  safe: z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() })),
  arriving: z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() })),
  paidIn30Days: z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() })),
  account: payeeAccountView,
  needsYou: z.array(needsYou),
  calendar: z.array(calendarItem),
  partnerships: z.array(partnershipRow),
});
export type ProducerHomeView = z.infer<typeof producerHomeView>;

/** What the live stream says: something about this subject changed, look again. It never carries the change itself. */
export const liveEvent = z.strictObject({
  topic: z.enum([
    "milestone",
    "partnership",
    "payout",
    "account",
    "held_funds",
    "clock",
    "approval",
    "organization",
    "revenue",
    "share",
    "statement",
  ]),
  id: z.string().nullable(),
});
export type LiveEvent = z.infer<typeof liveEvent>;
