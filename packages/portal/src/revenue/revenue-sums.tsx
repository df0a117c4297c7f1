import type { views } from "@evenshare/domain";
import { Money, Stat, StatRow, useFormatting } from "@evenshare/ui";

export interface RevenueSumsProps {
  sums: views.RevenueSummary["sums"];
  narrowed: boolean;
}

/** What all lines under the filter come to, loaded or not: sold, returned and what is left, for each currency. */
export function RevenueSums({ sums, narrowed }: RevenueSumsProps) {
  const { locale } = useFormatting();
  const count = new Intl.NumberFormat(locale);
  if (sums.length === 0) return null;
  return (
    <div className="mb-7 flex flex-col gap-4">
      {sums.map(({ currency, sales, returns, gross, returned }) => (
        <StatRow key={currency} label={`In all, ${currency}`}>
          <Stat
            label={`Left after returns, ${currency}`}
            size={sums.length === 1 ? "figure" : "regular"}
            value={<Money amount={gross - returned} currency={currency} />}
            detail={narrowed ? "Everything in the range, loaded or not" : "Everything, loaded or not"}
          />
          <Stat
            label="Sold"
            value={<Money amount={gross} currency={currency} />}
            detail={`${count.format(sales)} ${sales === 1 ? "sale" : "sales"}`}
          />
          <Stat
            label="Returned"
            value={<Money amount={-returned} currency={currency} />}
            detail={`${count.format(returns)} ${returns === 1 ? "return" : "returns"}`}
          />
        </StatRow>
      ))}
    </div>
  );
}
