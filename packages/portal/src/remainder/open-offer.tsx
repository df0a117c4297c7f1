import type { views } from "@evenshare/domain";
import { Banner, DateTime } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";
import { offerMeaning, offerTitle } from "./remainder-words";

/** On a milestone: what one side offers about its held money, and whose answer it waits for. */
export function OpenOffer({ milestone }: { milestone: views.MilestoneView }) {
  const { side } = usePortal();
  const { offer, counterparty } = milestone;
  const money = useMoneyWords(milestone.money.currency);
  if (offer === null) return null;
  const reading = { side, other: counterparty.name, money };
  const mine = offer.bySide === side;
  return (
    <Banner
      tone="held"
      title={`${mine ? "You offer" : `${counterparty.name} offers`}: ${offerTitle(offer, reading)}`}
    >
      {offer.byName} made this offer on <DateTime at={offer.at} timeZone={milestone.timeZone} />.{" "}
      {offerMeaning(offer, reading)}{" "}
      {mine
        ? `Nothing moves until ${counterparty.name} agrees.`
        : "Nothing moves until you agree. If anything else moves the held money first, the offer is over."}
    </Banner>
  );
}
