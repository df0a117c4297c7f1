import type { CurrencyCode } from "@evenshare/domain";
import { currencyDigits, Money } from "@evenshare/ui";

export interface SumsProps {
  /** At most one per currency; currencies are never added up. */
  sums: readonly { readonly currency: CurrencyCode; readonly amount: bigint }[];
  /** In a line of totals zeroes are shown; elsewhere a currency without money is left out. */
  zeroes?: boolean;
  className?: string;
}

/** Amounts in several currencies, one under the other, decimal points in line. */
export function Sums({ sums, zeroes = false, className }: SumsProps) {
  const shown = zeroes ? sums : sums.filter(({ amount }) => amount !== 0n);
  if (shown.length === 0) return <span className="font-normal text-muted">nothing</span>;
  const alignTo =
    shown.length === 1 ? undefined : Math.max(...shown.map(({ currency }) => currencyDigits(currency)));
  return (
    <span className={className}>
      {shown.map(({ currency, amount }) => (
        <span key={currency} className="block">
          <Money amount={amount} currency={currency} {...(alignTo !== undefined && { alignTo })} />
        </span>
      ))}
    </span>
  );
}
