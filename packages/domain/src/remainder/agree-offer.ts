import type { DecisionContext, MilestoneChange } from "../milestone/change";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { ok, type Result } from "../result";
import { checkCarryOut } from "./check-remainder";
import { voidOffer } from "./end-offer";
import { offerToAnswer } from "./make-offer";
import type { OfferPerson, OfferVoidReason } from "./offer";
import { returnRemainder } from "./return-remainder";
import { rollRemainder } from "./roll";

/** What came of a yes: changes of the milestone and, for a roll, of the other one; or only the offer's end, as void. */
export interface AgreedOffer {
  readonly status: "agreed" | "void";
  readonly change: MilestoneChange;
  readonly targetChange: MilestoneChange | null;
}

/**
 * The other side says yes, and it is carried out in the same transaction, on how things stand now. What cannot be carried
 * out as it was offered makes the offer void and moves nothing; a refusal that may pass (a payment page is open, a part
 * that was released has not arrived) leaves it open.
 */
export function agreeOffer(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot | null,
  offerId: string,
  person: OfferPerson,
  context: DecisionContext,
): Result<AgreedOffer> {
  const found = offerToAnswer(snapshot, offerId, context);
  if (!found.ok) return found;
  const offer = found.value;
  const { kind, amount, seenHeld: expectedHeld } = offer;
  const possible = checkCarryOut(snapshot, target, {
    kind,
    amount,
    currency: snapshot.currency,
    expectedHeld,
  });
  if (!possible.ok) {
    const reason = voiding[possible.failure.code];
    if (reason === undefined) return possible;
    const { audit, ...ended } = voidOffer(snapshot, offer, reason, context);
    const change = { transitions: [], patch: { state: snapshot.state }, audit, ...ended };
    return ok({ status: "void", change, targetChange: null });
  }
  const settle = { id: offer.id, status: "agreed", reason: null, decidedBy: person } as const;
  if (kind === "return" || target === null) {
    const change = returnRemainder(snapshot, offer, person, context);
    return ok({ status: "agreed", change: { ...change, offer: { settle } }, targetChange: null });
  }
  const { change, targetChange } = rollRemainder(snapshot, target, offer, person, context);
  return ok({ status: "agreed", change: { ...change, offer: { settle } }, targetChange });
}

/** Refusals that no waiting mends: what was offered is not there any more. */
const voiding: Readonly<Record<string, OfferVoidReason>> = {
  "milestone.amount_changed": "amount_changed",
  "milestone.transition_forbidden": "milestone_moved_on",
  "remainder.more_than_held": "amount_changed",
  "remainder.target_closed": "target_changed",
  "remainder.more_than_target_lacks": "target_changed",
  "remainder.terms_differ": "target_changed",
};
