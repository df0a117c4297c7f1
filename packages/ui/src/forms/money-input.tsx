import type { ComponentPropsWithRef } from "react";
import { classNames } from "../class-names";
import { useFormatting } from "../format/formatting-context";
import { currencyDigits, toDecimal } from "../money/format-money";
import { type ParsedMoney, parseMoney } from "../money/parse-money";
import { controlClasses } from "./control-look";
import { useFieldAttributes } from "./field-context";

export interface MoneyInputProps
  extends Omit<ComponentPropsWithRef<"input">, "value" | "onChange" | "type" | "step"> {
  currency: string;
  /** The text as typed. Keep it in state beside the parsed amount. */
  value: string;
  /** The new text and what it means in minor units, or what is wrong with it. */
  onChange: (text: string, parsed: ParsedMoney) => void;
  /** Smallest amount accepted, in minor units. */
  minimum?: bigint | undefined;
  /** Largest amount accepted, in minor units. */
  maximum?: bigint | undefined;
  /** The amount must be a multiple of it, in minor units. */
  step?: bigint | undefined;
}

/** A text box for an amount. It is read exactly, by the reader's own decimal point, and written out tidily on leaving. */
export function MoneyInput({
  currency,
  value,
  onChange,
  minimum,
  maximum,
  step,
  className,
  onBlur,
  ...rest
}: MoneyInputProps) {
  const { locale } = useFormatting();
  const wired = useFieldAttributes(rest);
  const change = (text: string) =>
    onChange(text, parseMoney(text, currency, locale, { minimum, maximum, step }));
  return (
    <span className={classNames("relative block", className)}>
      <input
        {...rest}
        {...wired}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => change(event.target.value)}
        onBlur={(event) => {
          const parsed = parseMoney(value, currency, locale, { minimum, maximum, step });
          if (parsed.ok) change(writeAmount(parsed.amount, currency, locale));
          onBlur?.(event);
        }}
        className={classNames(controlClasses, "figures h-10 pr-14 text-end font-medium")}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-small text-muted"
      >
        {currency}
      </span>
    </span>
  );
}

/** An amount as text for a MoneyInput, without the currency: `writeAmount(123450n, "GBP", "en-GB")` is `"1,234.50"`. */
export function writeAmount(amount: bigint, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    numberingSystem: "latn",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(toDecimal(amount, digits));
}
