import type { EntryDraft } from "../ledger/entry";
import type { DecisionContext, MilestoneChange } from "../milestone/change";
import { heldAfter } from "../milestone/held-after";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { endedMessages } from "./messages";
import type { OfferVoidReason, OpenOffer } from "./offer";

/**
 * A change with the end of the offer that it makes moot: other money is held than the offer was about, or the milestone
 * has moved on. `entries` are all of the transaction's, where more than one milestone changes.
 */
export function endMootOffer(
  snapshot: MilestoneSnapshot,
  change: MilestoneChange,
  context: DecisionContext,
  entries: readonly EntryDraft[] = change.entries ?? [],
): MilestoneChange {
  const { offer } = snapshot;
  if (offer === null || change.offer !== undefined) return change;
  const reason = voidReason(snapshot, offer, change, entries);
  if (reason === null) return change;
  const ended = voidOffer(snapshot, offer, reason, context);
  return {
    ...change,
    offer: ended.offer,
    furtherAudit: [...(change.furtherAudit ?? []), ended.audit],
    messages: [...(change.messages ?? []), ...ended.messages],
  };
}

/** The end of an offer that cannot be carried out as it was made. Nothing moves; both sides are told why. */
export function voidOffer(
  snapshot: MilestoneSnapshot,
  offer: OpenOffer,
  reason: OfferVoidReason,
  { newId }: DecisionContext,
) {
  return {
    offer: { settle: { id: offer.id, status: "void", reason, decidedBy: null } },
    audit: {
      action: "remainder.void",
      before: { status: "open" },
      after: { status: "void", offerId: offer.id, kind: offer.kind, amount: String(offer.amount) },
      reason,
    },
    messages: endedMessages(snapshot, offer, reason, newId),
  } as const;
}

function voidReason(
  snapshot: MilestoneSnapshot,
  offer: OpenOffer,
  change: MilestoneChange,
  entries: readonly EntryDraft[],
): OfferVoidReason | null {
  if (heldAfter(snapshot, entries) !== offer.seenHeld) return "amount_changed";
  return change.patch.state === offer.seenState ? null : "milestone_moved_on";
}
