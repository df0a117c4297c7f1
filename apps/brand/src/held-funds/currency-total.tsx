import type { views } from "@evenshare/domain";
import { useMoneyWords } from "@evenshare/portal";
import { type Description, DescriptionList, Money, ShareBar, type ShareSegment } from "@evenshare/ui";

type Total = views.HeldFundsView["totals"][number];

export interface CurrencyTotalProps {
  total: Total;
  /** Whether other currencies stand beside it; then it is named. */
  several: boolean;
}

/** Everything funded in one currency as a whole, and how it divides. */
export function CurrencyTotal({ total, several }: CurrencyTotalProps) {
  const words = useMoneyWords(total.currency);
  const { currency } = total;
  const lines: Description[] = [
    { term: "Funded in all", value: <Money amount={total.funded} currency={currency} /> },
    { term: "Held", value: <Held total={total} /> },
    { term: "On the way to producers", value: <OnTheWay total={total} /> },
    { term: "Arrived at producers' banks", value: <Money amount={total.paidOut} currency={currency} /> },
    {
      term: "Your fee beside it, not yet earned",
      value: <Money amount={total.feeHeld} currency={currency} />,
    },
    { term: "Returned to you", value: <Returned total={total} /> },
    { term: "Agreed but not funded", value: <Money amount={total.toFund} currency={currency} /> },
  ];
  return (
    <section aria-label={`Held in ${currency}`}>
      <p className="text-small text-muted">{several ? `Held in ${currency}` : "Held"}</p>
      <p className="mb-4">
        <Money amount={total.held} currency={currency} size="figure" />
      </p>
      <ShareBar
        label={`Funded in ${currency}, ${words(total.funded)}`}
        currency={currency}
        segments={segmentsOf(total)}
      />
      <div className="mt-5 max-w-2xl">
        <DescriptionList items={lines} />
      </div>
    </section>
  );
}

function Held({ total }: { total: Total }) {
  const words = useMoneyWords(total.currency);
  return (
    <span>
      <Money amount={total.held} currency={total.currency} />
      {total.inReview > 0n && (
        <span className="block text-small text-muted">
          of which {words(total.inReview)} for work that is in review
        </span>
      )}
    </span>
  );
}

function OnTheWay({ total }: { total: Total }) {
  return (
    <span>
      <Money amount={total.inFlight} currency={total.currency} />
      {total.inFlight > 0n && (
        <span className="block text-small text-muted">
          Released, but not confirmed by the payment provider yet: neither held nor arrived, so it has its own
          line.
        </span>
      )}
    </span>
  );
}

function Returned({ total }: { total: Total }) {
  const words = useMoneyWords(total.currency);
  return (
    <span>
      <Money amount={total.refunded} currency={total.currency} />
      {total.refunding > 0n && (
        <span className="block text-small text-muted">
          of which {words(total.refunding)} is not booked by the payment provider yet
        </span>
      )}
    </span>
  );
}

function segmentsOf(total: Total): ShareSegment[] {
  const segments: ShareSegment[] = [
    { id: "released", label: "released", amount: total.released - total.inFlight, tone: "released" },
    { id: "in-flight", label: "on the way", amount: total.inFlight, tone: "inFlight" },
    { id: "held", label: "held", amount: total.held - total.disputed, tone: "held" },
    { id: "disputed", label: "disputed", amount: total.disputed, tone: "atRisk" },
    { id: "refunded", label: "returned", amount: total.refunded, tone: "refunded" },
  ];
  return segments.filter(({ id, amount }) => amount > 0n || id === "released" || id === "held");
}
