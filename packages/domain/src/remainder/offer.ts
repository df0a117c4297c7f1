import type { MilestoneState } from "../milestone/state";
import type { CurrencyCode } from "../money/currency";

/** What may become of held money that is not released: it goes into another milestone, or back to the brand. */
export const remainderKinds = ["roll", "return"] as const;
export type RemainderKind = (typeof remainderKinds)[number];

export const offerStatuses = ["open", "agreed", "declined", "withdrawn", "void"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** Why an offer ended without anybody having answered it. */
export const offerVoidReasons = ["amount_changed", "milestone_moved_on", "target_changed"] as const;
export type OfferVoidReason = (typeof offerVoidReasons)[number];

/** An offer about a milestone's held money that waits for the other side. There is never more than one per milestone. */
export interface OpenOffer {
  readonly id: string;
  readonly kind: RemainderKind;
  /** Minor units of the milestone's currency. */
  readonly amount: bigint;
  readonly targetId: string | null;
  readonly targetTitle: string | null;
  /** What it was based on; with another amount held or in another state it is void. */
  readonly seenHeld: bigint;
  readonly seenState: MilestoneState;
  /** The side and the person that made it: neither answers it. */
  readonly organizationId: string;
  readonly userId: string;
  readonly userName: string;
}

export interface OfferDraft {
  readonly id: string;
  readonly kind: RemainderKind;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly targetId: string | null;
  readonly seenHeld: bigint;
  readonly seenState: MilestoneState;
}

export interface OfferSettlement {
  readonly id: string;
  readonly status: Exclude<OfferStatus, "open">;
  /** A person's own words for a decline, an {@link OfferVoidReason} for what became void. */
  readonly reason: string | null;
  /** Null for what became void. */
  readonly decidedBy: OfferPerson | null;
}

export interface OfferPerson {
  readonly userId: string;
  readonly name: string;
}

/** What happens to an offer in one change: it is made, or it ends. */
export interface OfferChange {
  readonly lodge?: OfferDraft;
  readonly settle?: OfferSettlement;
}
