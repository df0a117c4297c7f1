import type { AuditDraft } from "../milestone/change";
import type { CurrencyCode } from "../money/currency";
import type { MessageDraft } from "../notice/message";
import type { ApprovalKind } from "./kind";
import type { ApprovalStatus } from "./state";

/** How long a request waits at most; a release never beyond the instant at which it happens by itself. */
export const approvalDays = 7;

/** Whoever asks or decides. */
export interface ApprovalPerson {
  readonly userId: string;
  readonly name: string;
}

/** The release that waits: which step, what was held when it was asked for, and what follows once it is funded. */
export interface ReleaseAct {
  readonly step: "accept" | "release_part";
  readonly expectedHeld: bigint;
  /** Not funded yet; accepting the work lets it go as soon as it is. */
  readonly later: bigint;
}

/** The change of a limit that waits. Null is "no limit". */
export interface LimitAct {
  readonly before: bigint | null;
  readonly after: bigint | null;
}

/** A request for a second person. Amounts in minor units of `currency`. */
export interface ApprovalRequest<Act> {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly status: ApprovalStatus;
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  readonly act: Act;
  readonly maker: ApprovalPerson;
  readonly expiresAt: Date;
}

/** A request as it is lodged. Who asks, for which organization and when goes with the change that writes it. */
export interface ApprovalDraft {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly partnershipId: string | null;
  readonly milestoneId: string | null;
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  readonly act: ReleaseAct | LimitAct;
  /** The limit that asked for a second person; null where the rule itself is loosened. */
  readonly limit: bigint | null;
  readonly expiresAt: Date;
}

/** Why a request ended without a person having decided about it. */
export const lapseReasons = [
  "expired",
  "maker_left",
  "amount_changed",
  "milestone_moved_on",
  "review_ended",
  "limits_changed",
] as const;
export type LapseReason = (typeof lapseReasons)[number];

export interface ApprovalSettlement {
  readonly id: string;
  readonly status: Exclude<ApprovalStatus, "waiting">;
  /** A person's own words for a decline, a {@link LapseReason} for what lapsed. */
  readonly reason: string | null;
  /** Who approved, declined or withdrew; null for the clock and for what lapsed. */
  readonly decidedBy: ApprovalPerson | null;
  readonly releaseId: string | null;
}

/**
 * What happens to a request, as data: lodged or settled, with the line of the organization's own audit trail and the
 * mails. It is the organization's own business: none of it is written where the other side of a partnership reads.
 */
export interface ApprovalChange {
  readonly requestId: string;
  readonly lodge?: ApprovalDraft;
  readonly settle?: ApprovalSettlement;
  readonly audit: AuditDraft;
  readonly messages: readonly MessageDraft[];
}
