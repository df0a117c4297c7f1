import type { HoldChange } from "../hold/hold";
import type { EntryDraft } from "../ledger/entry";
import type { CurrencyCode } from "../money/currency";
import type { MessageDraft } from "../notice/message";
import type { ChargePart } from "../refund/charge-part";
import type { RefundDraft, RefundUpdate } from "../refund/refund";
import type { OfferChange } from "../remainder/offer";
import type { FundingPurpose, SnapshotReturn } from "./returned-money";
import type { MilestoneEvent, MilestoneState } from "./state";

/** Who caused a change: a person of an organization, the clock, the payment provider, or whoever runs the platform. */
export type Actor =
  | {
      readonly kind: "person";
      readonly userId: string;
      readonly organizationId: string;
      readonly ip: string | null;
    }
  | { readonly kind: "clock" }
  | { readonly kind: "provider" }
  | { readonly kind: "operator" };

/** What a decision is given beside the snapshot. The domain has neither clock nor randomness of its own. */
export interface DecisionContext {
  readonly now: Date;
  readonly actor: Actor;
  readonly newId: () => string;
}

/**
 * Everything that one accepted decision does to a milestone, as data. It is written in one transaction by one SQL
 * function: state, transition rows, ledger entries, audit row, deadlines, mails and background operations together.
 */
export interface MilestoneChange {
  readonly transitions: readonly TransitionRecord[];
  readonly patch: MilestonePatch;
  readonly audit: AuditDraft;
  /** What else happened with it, as lines of their own: an offer that it made void. */
  readonly furtherAudit?: readonly AuditDraft[];
  readonly entries?: readonly EntryDraft[];
  readonly release?: ReleaseDraft;
  readonly newFunding?: FundingDraft;
  readonly funding?: FundingUpdate;
  readonly newReturn?: ReturnDraft;
  readonly settledReturn?: ReturnSettlement;
  readonly holds?: HoldChange;
  readonly offer?: OfferChange;
  readonly roll?: RollDraft;
  readonly refunds?: readonly RefundDraft[];
  readonly refund?: RefundUpdate;
  readonly transfer?: TransferUpdate;
  readonly newPayout?: PayoutDraft;
  readonly submission?: SubmissionDraft;
  readonly revision?: RevisionDraft;
  readonly deadlines?: DeadlineChange;
  readonly messages?: readonly MessageDraft[];
  readonly operations?: readonly OperationDraft[];
}

export interface TransitionRecord {
  readonly event: MilestoneEvent;
  readonly from: MilestoneState;
  readonly to: MilestoneState;
  readonly amount: bigint | null;
  readonly reason: string | null;
}

/** Columns of the milestone that change. A key that is absent stays as it is; `null` empties it. */
export interface MilestonePatch {
  readonly state: MilestoneState;
  readonly revisionRound?: number;
  readonly submissionVersion?: number;
  readonly reviewEndsAt?: Date | null;
  readonly blockedReason?: string | null;
  readonly agreementVersion?: number;
  /** The agreed amount, when held money was rolled on or the work ended before all was funded. */
  readonly amount?: bigint;
}

export interface FundingDraft {
  readonly id: string;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly currency: CurrencyCode;
  readonly purpose: FundingPurpose;
  /** The saved method to charge; its limit is checked when this is written. */
  readonly methodId?: string;
  readonly expiresAt: Date;
}

/** What the brand paid with, as far as it may be shown: "Visa", "4242". */
export interface PaidWith {
  readonly kind: "card" | "us_bank_account";
  readonly label: string;
  readonly last4: string;
}

/** What became known of a funding. Absent keys stay as they are. */
export interface FundingUpdate {
  readonly id: string;
  readonly status?: "opened" | "processing" | "succeeded" | "failed" | "expired";
  readonly failureReason?: string | null;
  readonly checkoutSessionId?: string;
  readonly checkoutUrl?: string;
  readonly providerPaymentId?: string;
  readonly providerChargeId?: string;
  readonly processingFee?: bigint;
  /** When a payment that takes days is expected to be through. */
  readonly expectedAt?: Date;
  readonly paidWith?: PaidWith | null;
}

/** Money that the brand's bank took back, as it is written. */
export interface ReturnDraft extends SnapshotReturn {
  readonly currency: CurrencyCode;
  /** What the provider charges for it; borne by the platform. */
  readonly providerFee: bigint;
  readonly reason: string;
}

/** What the provider decided in the end about money that was taken back. */
export interface ReturnSettlement {
  readonly id: string;
  readonly status: "final" | "restored";
}

export interface TransferUpdate {
  readonly id: string;
  readonly status?: "pending" | "unknown" | "blocked" | "confirmed";
  readonly attemptClass?: number;
  readonly providerTransferId?: string;
  readonly blockedReason?: string | null;
}

/** Held money that moves to another milestone, with its shares of the charges behind it. */
export interface RollDraft {
  readonly id: string;
  readonly offerId: string;
  readonly fromMilestoneId: string;
  readonly toMilestoneId: string;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly currency: CurrencyCode;
  readonly parts: readonly ChargePart[];
}

/** A payout of confirmed releases to the producer's bank. */
export interface PayoutDraft {
  readonly id: string;
  readonly operationId: string;
  readonly organizationId: string;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly lines: readonly {
    readonly releaseId: string;
    readonly partnershipId: string;
    readonly amount: bigint;
  }[];
}

export interface AuditDraft {
  /** The permission-like name of what was done: `milestone.release`. */
  readonly action: string;
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
  readonly reason: string | null;
}

export const releaseTriggers = ["accepted", "review_expired", "part", "late_funding"] as const;
export type ReleaseTrigger = (typeof releaseTriggers)[number];

/** Money let go: `gross` leaves the held amount, `fee` stays with the platform, `net` goes to the producer in transfers. */
export interface ReleaseDraft {
  readonly id: string;
  readonly trigger: ReleaseTrigger;
  readonly currency: CurrencyCode;
  readonly gross: bigint;
  readonly fee: bigint;
  readonly net: bigint;
  readonly transfers: readonly TransferDraft[];
}

/** One transfer draws on one charge of the brand; a release over several charges has several. */
export interface TransferDraft {
  readonly id: string;
  readonly fundingId: string;
  readonly chargeId: string;
  readonly amount: bigint;
}

export interface SubmissionDraft {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly links: readonly string[];
  readonly fileIds: readonly string[];
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly met: boolean;
    readonly note: string;
  }[];
}

export interface RevisionDraft {
  readonly id: string;
  readonly round: number;
  readonly submissionVersion: number;
  readonly note: string;
  readonly failed: readonly { readonly criterionId: string; readonly comment: string }[];
}

export const deadlineKinds = ["review.reminder", "review.release", "release.retry", "hold.review"] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export interface DeadlineDraft {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly dueAt: Date;
  /** Reminders: whole days before the end of the review window (0 = at its end). */
  readonly daysBefore: number | null;
}

export interface DeadlineChange {
  /** Pending deadlines of these kinds are cancelled first. */
  readonly cancel: readonly DeadlineKind[];
  readonly set: readonly DeadlineDraft[];
}

/** Work for the worker after the commit. `subjectId` names the row it is about. */
export interface OperationDraft {
  readonly id: string;
  readonly kind: OperationKind;
  readonly subjectId: string;
}

export const operationKinds = [
  "transfer.create",
  "refund.create",
  "payout.create",
  "provider_event.process",
  "mail.send",
  "release.continue",
  "funding.sync",
  "reconciliation.run",
  "revenue.import",
  "revenue.clear",
] as const;
export type OperationKind = (typeof operationKinds)[number];
