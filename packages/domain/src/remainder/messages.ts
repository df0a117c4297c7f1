import { messageTo, moneyMessages } from "../milestone/messages";
import { otherSide, sideOf } from "../milestone/sides";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { type MessageData, type MessageDraft, moneyRoles } from "../notice/message";
import { feeBeside } from "../refund/fee-beside";
import type { OfferDraft, OpenOffer } from "./offer";

type Offered = Pick<OfferDraft | OpenOffer, "kind" | "amount">;

/** To the side that is asked. */
export function offeredMessage(
  snapshot: MilestoneSnapshot,
  offer: Offered,
  maker: { readonly organizationId: string; readonly name: string; readonly target: string | null },
  newId: () => string,
): MessageDraft {
  const data = { ...factsOf(snapshot, offer, maker.target), makerName: maker.name };
  const side = otherSide(sideOf(snapshot, maker.organizationId));
  return messageTo(side, moneyRoles, "remainder.offered", snapshot, data, newId);
}

/** To both: it was agreed, and what follows. */
export function agreedMessages(
  snapshot: MilestoneSnapshot,
  offer: OpenOffer,
  deciderName: string,
  newId: () => string,
): MessageDraft[] {
  const data = {
    ...factsOf(snapshot, offer, offer.targetTitle),
    held: String(snapshot.money.held - offer.amount),
    makerName: offer.userName,
    deciderName,
  };
  return moneyMessages("remainder.agreed", snapshot, data, newId);
}

/** To the side that offered: the other said no, and why. */
export function declinedMessage(
  snapshot: MilestoneSnapshot,
  offer: OpenOffer,
  decision: { readonly deciderName: string; readonly reason: string },
  newId: () => string,
): MessageDraft {
  const data = { ...factsOf(snapshot, offer, offer.targetTitle), ...decision };
  const side = sideOf(snapshot, offer.organizationId);
  return messageTo(side, moneyRoles, "remainder.declined", snapshot, data, newId);
}

/** To both sides, or to the one that was asked: the offer is over, and nothing moved. */
export function endedMessages(
  snapshot: MilestoneSnapshot,
  offer: OpenOffer,
  reason: string,
  newId: () => string,
): MessageDraft[] {
  const data = { ...factsOf(snapshot, offer, offer.targetTitle), reason };
  if (reason !== "withdrawn") return moneyMessages("remainder.ended", snapshot, data, newId);
  const side = otherSide(sideOf(snapshot, offer.organizationId));
  return [messageTo(side, moneyRoles, "remainder.ended", snapshot, data, newId)];
}

function factsOf(
  snapshot: MilestoneSnapshot,
  { kind, amount }: Offered,
  target: string | null,
): Partial<MessageData> {
  const fee = amount <= snapshot.money.held ? feeBeside(snapshot, amount) : 0n;
  return {
    remainderKind: kind,
    amount: String(amount),
    fee: String(fee),
    ...(target === null ? {} : { targetTitle: target }),
  };
}
