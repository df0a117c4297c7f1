import type { FeeBearer } from "../agreement/terms";
import type { ApprovalFacts } from "../approval/facts";
import type { HoldReason } from "../hold/hold";
import type { CurrencyCode } from "../money/currency";
import type { SnapshotRefund } from "../refund/refund";
import type { OpenOffer } from "../remainder/offer";
import type { FundingPurpose, SnapshotReturn } from "./returned-money";
import type { MilestoneState } from "./state";

/**
 * All that a decision about one milestone may look at, read under a lock in one statement.
 * Amounts are minor units of `currency`; balances come from the ledger.
 */
export interface MilestoneSnapshot {
  readonly id: string;
  readonly partnershipId: string;
  readonly partnershipTitle: string;
  readonly brand: PartyRef;
  readonly producer: PartyRef;
  readonly title: string;
  readonly state: MilestoneState;
  readonly version: number;
  /** The organization that drafted the milestone; the other side agrees to it. */
  readonly proposedBy: string;
  readonly isFirst: boolean;
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  readonly terms: SnapshotTerms;
  readonly money: MoneyPosition;
  readonly criteria: readonly { readonly id: string; readonly text: string }[];
  /** How many revision rounds were used, and how many versions submitted. */
  readonly revisionRound: number;
  readonly submissionVersion: number;
  readonly reviewEndsAt: Date | null;
  readonly payee: PayeeStatus;
  /** Shares of charges that belong to this milestone, also those that were rolled into it; oldest charge first. */
  readonly charges: readonly ChargeShare[];
  readonly fundings: readonly SnapshotFunding[];
  /** What the brand's bank took back of its payments, oldest first. */
  readonly returns: readonly SnapshotReturn[];
  /** Money that went back to the brand, or is on its way there; oldest first. */
  readonly refunds: readonly SnapshotRefund[];
  /** The offer about the held money that waits for the other side. */
  readonly offer: OpenOffer | null;
  /** Holds that have not ended. */
  readonly holds: readonly SnapshotHold[];
  /** Transfers of earlier releases that the provider has not confirmed. */
  readonly openTransfers: readonly OpenTransfer[];
  readonly approvals: ApprovalFacts;
}

export interface PartyRef {
  readonly id: string;
  readonly name: string;
}

/** One attempt to fund. What is `opened` or `processing` is spoken for. */
export interface SnapshotFunding {
  readonly id: string;
  readonly status: "opened" | "processing" | "succeeded" | "failed" | "expired";
  readonly amount: bigint;
  readonly fee: bigint;
  readonly purpose: FundingPurpose;
}

export interface SnapshotHold {
  readonly id: string;
  /** Id of what it freezes: a return. */
  readonly subjectId: string;
  readonly reason: HoldReason;
  readonly amount: bigint;
  readonly appealed: boolean;
  /** Whether the operator has answered it. */
  readonly answered: boolean;
}

export interface OpenTransfer {
  readonly id: string;
  readonly releaseId: string;
  /** What the whole release sends to the producer. */
  readonly releaseNet: bigint;
  readonly status: "pending" | "unknown" | "blocked";
  readonly amount: bigint;
}

export interface SnapshotTerms {
  /** Whether the other side has accepted this version of the agreement. */
  readonly accepted: boolean;
  readonly timeZone: string;
  readonly reviewDays: number;
  readonly includedRevisions: number;
  readonly feeBp: number;
  readonly feeBearer: FeeBearer;
  readonly firstMinimumStartBp: number;
  readonly minimumStartBp: number;
}

/**
 * Where the money of a milestone is: `funded = released + refunded + held`; `released` and `refunded` include what is on
 * its way.
 */
export interface MoneyPosition {
  readonly funded: bigint;
  readonly held: bigint;
  /** The brand's fee that lies beside the held amount and is earned with each release. */
  readonly feeHeld: bigint;
  readonly released: bigint;
  /** Returned to the brand, or decided so and on its way; the fee beside it is not in it. */
  readonly refunded: bigint;
  /** Released here, not yet confirmed by the payment provider. */
  readonly inFlight: bigint;
  /** Sent to the producer's bank and confirmed. */
  readonly paidOut: bigint;
}

/** Whether the producer's account can take money now, and if not, why. */
export type PayeeStatus =
  | { readonly payable: true }
  | { readonly payable: false; readonly reason: PayeeBlock };

export const payeeBlocks = [
  "no_account",
  "onboarding_incomplete",
  "transfers_inactive",
  "account_closed",
  "disconnected",
] as const;
export type PayeeBlock = (typeof payeeBlocks)[number];

/**
 * What of a confirmed charge of the brand belongs to this milestone: less what was rolled into another one, refunded, or
 * taken back by the bank. A charge whose money was rolled belongs to several milestones.
 */
export interface ChargeShare {
  readonly fundingId: string;
  readonly chargeId: string;
  readonly amount: bigint;
  /** Of the fee beside it. */
  readonly fee: bigint;
  /** How much of `amount` may still be transferred to the producer. */
  readonly left: bigint;
}
