import type { DecisionContext, MilestoneChange } from "../milestone/change";
import { otherSide, sideOf } from "../milestone/sides";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { step } from "../milestone/step";
import { ok, type Result, refuse } from "../result";
import { checkRemainder, type WantedRemainder } from "./check-remainder";
import { declinedMessage, endedMessages, offeredMessage } from "./messages";
import type { OfferPerson, OpenOffer } from "./offer";

/**
 * One side offers what is to become of held money. No money moves until the other side agrees. Refused while another
 * offer waits (`remainder.already_open`), and with everything that would stand in the way of carrying it out.
 */
export function offerRemainder(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot | null,
  wanted: WantedRemainder,
  maker: OfferPerson,
  context: DecisionContext,
): Result<MilestoneChange> {
  if (context.actor.kind !== "person") return refuse({ code: "permission.denied" });
  const { organizationId } = context.actor;
  if (snapshot.offer !== null) {
    return refuse({ code: "remainder.already_open", details: { maker: snapshot.offer.userName } });
  }
  const possible = checkRemainder(snapshot, target, wanted);
  if (!possible.ok) return possible;
  const next = step(snapshot, "offer_remainder", { action: "remainder.offer", amount: wanted.amount });
  if (!next.ok) return next;
  const lodge = {
    id: context.newId(),
    kind: wanted.kind,
    amount: wanted.amount,
    currency: snapshot.currency,
    targetId: target?.id ?? null,
    seenHeld: snapshot.money.held,
    seenState: snapshot.state,
  };
  const title = target?.title ?? null;
  return ok({
    ...next.value,
    transitions: next.value.transitions.map((record) => ({
      ...record,
      reason: title === null ? null : title,
    })),
    offer: { lodge },
    audit: {
      ...next.value.audit,
      after: {
        offerId: lodge.id,
        kind: lodge.kind,
        amount: String(lodge.amount),
        held: String(lodge.seenHeld),
        target: title,
      },
    },
    messages: [
      offeredMessage(snapshot, lodge, { organizationId, name: maker.name, target: title }, context.newId),
    ],
  });
}

/** The other side says no, and why. Nothing moved. */
export function declineOffer(
  snapshot: MilestoneSnapshot,
  answer: { readonly offerId: string; readonly reason: string },
  person: OfferPerson,
  context: DecisionContext,
): Result<MilestoneChange> {
  const found = offerToAnswer(snapshot, answer.offerId, context);
  if (!found.ok) return found;
  const offer = found.value;
  const { reason } = answer;
  const next = step(snapshot, "decline_remainder", {
    action: "remainder.decline",
    amount: offer.amount,
    reason,
  });
  if (!next.ok) return next;
  return ok({
    ...next.value,
    offer: { settle: { id: offer.id, status: "declined", reason, decidedBy: person } },
    audit: {
      ...next.value.audit,
      after: { offerId: offer.id, kind: offer.kind, amount: String(offer.amount) },
    },
    messages: [declinedMessage(snapshot, offer, { deciderName: person.name, reason }, context.newId)],
  });
}

/** The side that made it takes it back; whoever is asked hears of it. */
export function withdrawOffer(
  snapshot: MilestoneSnapshot,
  offerId: string,
  person: OfferPerson,
  context: DecisionContext,
): Result<MilestoneChange> {
  const { offer } = snapshot;
  if (offer === null || offer.id !== offerId) return refuse({ code: "remainder.not_open" });
  if (context.actor.kind !== "person" || context.actor.organizationId !== offer.organizationId) {
    return refuse({ code: "remainder.not_yours" });
  }
  const next = step(snapshot, "withdraw_remainder", { action: "remainder.withdraw", amount: offer.amount });
  if (!next.ok) return next;
  return ok({
    ...next.value,
    offer: { settle: { id: offer.id, status: "withdrawn", reason: null, decidedBy: person } },
    audit: {
      ...next.value.audit,
      after: { offerId: offer.id, kind: offer.kind, amount: String(offer.amount) },
    },
    messages: endedMessages(snapshot, offer, "withdrawn", context.newId),
  });
}

/** The open offer, if this person may answer it: neither their own side's, nor one they made themselves elsewhere. */
export function offerToAnswer(
  snapshot: MilestoneSnapshot,
  offerId: string,
  { actor }: DecisionContext,
): Result<OpenOffer> {
  const { offer } = snapshot;
  if (offer === null || offer.id !== offerId) return refuse({ code: "remainder.not_open" });
  const own =
    actor.kind !== "person" || actor.organizationId === offer.organizationId || actor.userId === offer.userId;
  const side = otherSide(sideOf(snapshot, offer.organizationId));
  return own ? refuse({ code: "remainder.own_offer", details: { side } }) : ok(offer);
}
