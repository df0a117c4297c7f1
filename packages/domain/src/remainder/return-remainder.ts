import type { DecisionContext, MilestoneChange } from "../milestone/change";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { follow } from "../milestone/transitions";
import { draftRefunds } from "../refund/draft-refunds";
import { agreedMessages } from "./messages";
import type { OfferPerson, OpenOffer } from "./offer";

/**
 * Held money goes back to the brand with the fee beside it: a refund of each charge behind it. Of all that is held, the
 * work ends here and the milestone is through when the money has arrived; of a part, the work goes on.
 */
export function returnRemainder(
  snapshot: MilestoneSnapshot,
  offer: OpenOffer,
  person: OfferPerson,
  context: DecisionContext,
): MilestoneChange {
  const { amount } = offer;
  const { held, released, refunded } = snapshot.money;
  const ends = amount === held;
  const event = ends ? "begin_refund" : "return_part";
  const next = follow(snapshot.state, event);
  if (!next.ok) throw new RangeError(`no ${event} from ${snapshot.state}`);
  const { refunds, entries, operations } = draftRefunds(snapshot, amount, "remainder", context.newId);
  // What was never funded is not owed to anybody once the work has ended.
  const agreed = released + refunded + amount;
  return {
    transitions: [{ event, from: snapshot.state, to: next.value, amount, reason: null }],
    patch: { state: next.value, ...(ends ? { amount: agreed, reviewEndsAt: null } : {}) },
    audit: {
      action: "remainder.return",
      before: { state: snapshot.state, held: String(held) },
      after: {
        state: next.value,
        held: String(held - amount),
        returned: String(amount),
        refunds: String(refunds.length),
        offerId: offer.id,
      },
      reason: null,
    },
    entries,
    refunds,
    operations,
    deadlines: { cancel: ends ? ["review.reminder", "review.release"] : [], set: [] },
    messages: agreedMessages(snapshot, offer, person.name, context.newId),
  };
}
