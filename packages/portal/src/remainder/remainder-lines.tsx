import type { OrganizationKind, views } from "@evenshare/domain";
import { Banner } from "@evenshare/ui";
import type { Failure } from "../api/failure";
import { useMoneyWords } from "../app/use-money-words";
import { QuoteLines } from "../command/quote-lines";

export interface RemainderLinesProps {
  quote: views.RemainderQuote | undefined;
  kind: "roll" | "return";
  side: OrganizationKind;
  other: string;
  currency: string;
  failure: Failure | null;
}

/** What an offer would mean, in the server's figures, and what the provider keeps, before anything is agreed. */
export function RemainderLines({ quote, kind, side, other, currency, failure }: RemainderLinesProps) {
  const money = useMoneyWords(currency);
  const brand = side === "brand" ? "you" : other;
  const target = quote?.target ?? null;
  const total = quote === undefined ? undefined : quote.amount + quote.fee;
  const lines =
    kind === "return"
      ? [
          { label: "Of the held money", amount: quote?.amount },
          { label: "Platform fee beside it, not earned", amount: quote?.fee },
          { label: side === "brand" ? "You get back" : `${other} gets back`, amount: total, strong: true },
          { label: "Stays held here", amount: quote?.heldAfter },
        ]
      : [
          {
            label: `Held for “${target?.title ?? "the other milestone"}” instead`,
            amount: quote?.amount,
            strong: true,
          },
          { label: "Platform fee beside it, which goes along", amount: quote?.fee },
          { label: "The other milestone then lacks", amount: target?.lacksAfter },
          { label: "Stays held here", amount: quote?.heldAfter },
        ];
  return (
    <>
      <QuoteLines currency={currency} failure={failure} lines={lines} />
      {quote !== undefined && failure === null && (
        <p className="text-small text-muted">
          {quote.endsAs !== null && "Nothing is held here any more then, and this milestone is through. "}
          {kind === "return" &&
            `The payment provider keeps ${money(quote.providerKeeps)} of its charge for taking the money; Evenshare bears that, not ${brand}.`}
        </p>
      )}
      {kind === "return" && side === "producer" && quote !== undefined && failure === null && (
        <Banner tone="risk" title={`${money(quote.amount)} is no longer held for you then`}>
          What was released to you stays yours.
        </Banner>
      )}
    </>
  );
}
