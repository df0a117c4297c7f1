import { classNames } from "../class-names";
import { useFormatting } from "../format/formatting-context";
import { currencyDigits, formatMoney, formatMoneyParts } from "./format-money";

export interface MoneyProps {
  /** Minor units: 2500n is £25.00. */
  amount: bigint;
  /** ISO 4217 code. */
  currency: string;
  /** `figure` (40 px) is for the one amount a page is about. */
  size?: "inherit" | "section" | "title" | "figure";
  /** `always` writes a plus as well, for movements. */
  sign?: "auto" | "always";
  /** In a column of several currencies: decimals to leave room for, so that the points line up. */
  alignTo?: number;
  className?: string;
}

const sizes = {
  inherit: "",
  section: "text-section font-semibold",
  title: "text-title font-semibold",
  figure: "text-figure font-semibold",
};

/** An amount in the reader's locale, in tabular figures with a slashed zero. */
export function Money({ amount, currency, size = "inherit", sign = "auto", alignTo, className }: MoneyProps) {
  const { locale } = useFormatting();
  const classes = classNames("figures whitespace-nowrap", sizes[size], className);
  const padding = alignTo !== undefined && <Padding digits={currencyDigits(currency)} alignTo={alignTo} />;
  if (size !== "figure" && size !== "title") {
    return (
      <span className={classes}>
        {formatMoney(amount, currency, locale, { sign })}
        {padding}
      </span>
    );
  }
  const { before, fraction, after } = formatMoneyParts(amount, currency, locale, { sign });
  return (
    <span className={classes}>
      {before}
      <span className="text-muted">{fraction}</span>
      {after}
      {padding}
    </span>
  );
}

function Padding({ digits, alignTo }: { digits: number; alignTo: number }) {
  const missing = "0".repeat(Math.max(0, alignTo - digits));
  if (missing === "") return null;
  return (
    <span aria-hidden className="invisible">
      {digits === 0 ? `.${missing}` : missing}
    </span>
  );
}
