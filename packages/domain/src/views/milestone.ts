import { z } from "zod";
import { feeBearers } from "../agreement/terms";
import { deadlineKinds, releaseTriggers } from "../milestone/change";
import { fundingPurposes } from "../milestone/returned-money";
import { payeeBlocks } from "../milestone/snapshot";
import { milestoneEvent, milestoneState } from "../milestone/state";
import { currencyCode } from "../money/currency";
import { organizationKind } from "../organization/role";
import { approvalRow } from "./approval";
import { offerView, refundView, rollView } from "./remainder";
import { id, moneySplit, organizationRef, pageBounds } from "./shapes";

export const milestoneActions = [
  "edit",
  "propose",
  "withdraw",
  "decline",
  "agree",
  "fund",
  "repay",
  "start",
  "submit",
  "request_revision",
  "accept",
  "release_part",
  "offer_remainder",
  "agree_remainder",
  "decline_remainder",
  "withdraw_remainder",
  "approve_release",
  "decline_release",
  "withdraw_release",
] as const;
/** What the reader may do now: their side, their role and the state allow it. The server decides. */
export const milestoneAction = z.enum(milestoneActions);
export type MilestoneAction = z.infer<typeof milestoneAction>;

export const fileView = z.strictObject({
  id,
  name: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  /** A path under the portal's own origin. */
  href: z.string(),
});
export type FileView = z.infer<typeof fileView>;

export const milestoneRow = z.strictObject({
  id,
  partnershipId: id,
  partnershipTitle: z.string(),
  counterparty: organizationRef,
  title: z.string(),
  state: milestoneState,
  money: moneySplit,
  reviewEndsAt: z.date().nullable(),
  timeZone: z.string(),
  dueOn: z.iso.date().nullable(),
  /** The one thing the reader should do now, if anything. */
  nextAction: milestoneAction.nullable(),
  updatedAt: z.date(),
});
export type MilestoneRow = z.infer<typeof milestoneRow>;

export const timelineEvent = z.strictObject({
  id,
  at: z.date(),
  event: milestoneEvent,
  from: milestoneState,
  to: milestoneState,
  /** A person's name, or null for the clock and the payment provider. */
  actorName: z.string().nullable(),
  actorKind: z.enum(["person", "clock", "provider"]),
  side: organizationKind.nullable(),
  amount: z.bigint().nullable(),
  reason: z.string().nullable(),
});

export const submissionView = z.strictObject({
  id,
  version: z.number().int(),
  submittedAt: z.date(),
  submittedBy: z.string(),
  note: z.string(),
  links: z.array(z.string()),
  files: z.array(fileView),
  criteria: z.array(z.strictObject({ criterionId: id, met: z.boolean(), note: z.string() })),
});

export const revisionView = z.strictObject({
  id,
  round: z.number().int(),
  submissionVersion: z.number().int(),
  requestedAt: z.date(),
  requestedBy: z.string(),
  note: z.string(),
  failed: z.array(z.strictObject({ criterionId: id, comment: z.string() })),
});

export const transferStatuses = ["pending", "unknown", "blocked", "confirmed"] as const;
export const payoutStatuses = ["waiting", "unknown", "in_transit", "paid", "failed"] as const;

export const releaseView = z.strictObject({
  id,
  at: z.date(),
  trigger: z.enum(releaseTriggers),
  gross: z.bigint(),
  fee: z.bigint(),
  net: z.bigint(),
  /** The worst of its transfers' states. */
  transferStatus: z.enum(transferStatuses),
  blockedReason: z.string().nullable(),
  payout: z
    .strictObject({
      id,
      status: z.enum(payoutStatuses),
      expectedAt: z.date().nullable(),
      paidAt: z.date().nullable(),
    })
    .nullable(),
});

export const fundingStatuses = ["opened", "processing", "succeeded", "failed", "expired"] as const;
export const fundingView = z.strictObject({
  id,
  at: z.date(),
  amount: z.bigint(),
  fee: z.bigint(),
  charged: z.bigint(),
  status: z.enum(fundingStatuses),
  purpose: z.enum(fundingPurposes),
  paidWith: z.strictObject({ label: z.string(), last4: z.string() }).nullable(),
  /** While it is processed: when it is expected to be through. */
  expectedAt: z.date().nullable(),
  /** What the brand's bank took back of it. */
  returned: z.bigint(),
  failureReason: z.string().nullable(),
  /** The number of its receipt, for the readers who may have it. */
  receiptNumber: z.bigint().nullable(),
});

export const milestoneView = milestoneRow.extend({
  description: z.string(),
  criteria: z.array(z.strictObject({ id, position: z.number().int(), text: z.string() })),
  terms: z.strictObject({
    reviewDays: z.number().int(),
    includedRevisions: z.number().int(),
    feeBp: z.number().int(),
    feeBearer: z.enum(feeBearers),
    minimumStart: z.bigint(),
  }),
  version: z.number().int(),
  proposedBySide: organizationKind,
  revisionRound: z.number().int(),
  submissions: z.array(submissionView),
  revisions: z.array(revisionView),
  fundings: z.array(fundingView),
  releases: z.array(releaseView),
  refunds: z.array(refundView),
  /** Held money that came from another milestone, or went into one. */
  rolls: z.array(rollView),
  /** The offer about the held money that waits for an answer. */
  offer: offerView.nullable(),
  timeline: z.array(timelineEvent),
  /** What happens by itself, and when, if nobody acts. */
  upcoming: z.array(z.strictObject({ at: z.date(), kind: z.enum(deadlineKinds) })),
  /** Why a release waits: a payee block, or the provider's reason in words. */
  blockedReason: z.string().nullable(),
  /** What the brand owes since its bank took released money back. */
  owed: z.bigint(),
  toRepay: z.bigint(),
  payee: z.strictObject({ payable: z.boolean(), reason: z.enum(payeeBlocks).nullable() }),
  /** The release that waits for a second person, as the brand sees it; for the producer there is none. */
  approval: approvalRow.nullable(),
  actions: z.array(milestoneAction),
});
export type MilestoneView = z.infer<typeof milestoneView>;

export const releaseQuote = z.strictObject({
  currency: currencyCode,
  gross: z.bigint(),
  fee: z.bigint(),
  net: z.bigint(),
  heldAfter: z.bigint(),
  /** Whether the reader's release of it would wait for a second person, above which limit, and how many there are. */
  secondPerson: z
    .strictObject({ limit: z.bigint(), counted: z.bigint(), others: z.number().int() })
    .nullable(),
});
export const fundingQuote = z.strictObject({
  currency: currencyCode,
  amount: z.bigint(),
  fee: z.bigint(),
  charged: z.bigint(),
  toFundAfter: z.bigint(),
});

const title = z.string().trim().min(1, "is missing").max(120, "has more than 120 characters");
const text = (max: number) => z.string().trim().max(max, `has more than ${max} characters`);
/** One per click: the same key again gives the same answer and does nothing twice. */
export const commandKey = z.uuid();

export const draftMilestoneInput = z.strictObject({
  commandKey,
  partnershipId: id,
  title,
  description: text(5_000),
  amount: z.bigint(),
  currency: currencyCode,
  criteria: z
    .array(text(300).min(1, "is empty"))
    .min(1, "at least one criterion")
    .max(20, "at most 20 criteria"),
  dueOn: z.iso.date().nullable(),
});
export const editMilestoneInput = draftMilestoneInput
  .omit({ partnershipId: true })
  .extend({ id, version: z.number().int() });
export const milestoneCommandInput = z.strictObject({ commandKey, id });
export const declineMilestoneInput = milestoneCommandInput.extend({
  reason: text(1_000).min(1, "is missing"),
});
export const agreeMilestoneInput = milestoneCommandInput.extend({ version: z.number().int() });
export const fundMilestoneInput = milestoneCommandInput.extend({
  amount: z.bigint(),
  currency: currencyCode,
});
export const submitMilestoneInput = milestoneCommandInput.extend({
  note: text(5_000),
  links: z.array(z.url({ protocol: /^https?$/, error: "is not a web address" })).max(20, "at most 20 links"),
  fileIds: z.array(id).max(20, "at most 20 files"),
  criteria: z.array(z.strictObject({ criterionId: id, met: z.boolean(), note: text(500) })),
});
export const requestRevisionInput = milestoneCommandInput.extend({
  note: text(5_000),
  failed: z.array(z.strictObject({ criterionId: id, comment: text(1_000) })),
});
/** `expectedHeld` is what the person saw when they clicked; another figure now is a conflict, not a surprise. */
export const acceptMilestoneInput = milestoneCommandInput.extend({ expectedHeld: z.bigint() });
export const releasePartInput = milestoneCommandInput.extend({
  amount: z.bigint(),
  currency: currencyCode,
  expectedHeld: z.bigint(),
});
export const listMilestonesInput = z.strictObject({
  partnershipId: id.nullish(),
  states: z.array(milestoneState).max(20).nullish(),
  ...pageBounds,
});
