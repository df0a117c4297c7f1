import type { OrganizationKind, views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

type Offer = views.OfferView;

interface Reading {
  readonly side: OrganizationKind;
  /** The other organization's name. */
  readonly other: string;
  readonly money: (amount: bigint) => string;
}

/** "£300.00 rolls into “Second cut”", "£300.00 goes back to you". */
export function offerTitle({ kind, amount, target }: Offer, { side, other, money }: Reading): string {
  if (kind === "roll") return `${money(amount)} rolls into “${target?.title ?? "another milestone"}”`;
  return `${money(amount)} goes back to ${side === "brand" ? "you" : other}`;
}

/** What each side gets by it, in words. */
export function offerMeaning(offer: Offer, { side, other, money }: Reading): string {
  const { kind, amount, fee, heldAfter } = offer;
  const beside = fee > 0n ? ` The fee of ${money(fee)} beside it goes along.` : "";
  const stays =
    heldAfter > 0n
      ? ` ${money(heldAfter)} stays held here.`
      : " Nothing stays held here, and this milestone is through.";
  const producer = side === "producer" ? "you" : other;
  const meaning =
    kind === "roll"
      ? `It stays held for ${producer}, for the other milestone; nothing is charged or paid out.`
      : `${money(amount)} is then no longer held for ${producer}.`;
  return `${meaning}${beside}${stays}`;
}

const statuses: Record<views.RefundView["status"], { readonly word: string; readonly tone: StatusTone }> = {
  pending: { word: "Being returned", tone: "inFlight" },
  unknown: { word: "Waiting for the provider's word", tone: "waiting" },
  sent: { word: "On the way to the bank", tone: "inFlight" },
  succeeded: { word: "Returned", tone: "refunded" },
  failed: { word: "Not returned, held again", tone: "risk" },
};

export function refundWords(status: views.RefundView["status"]) {
  return statuses[status];
}
