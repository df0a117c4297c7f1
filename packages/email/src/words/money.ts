import { type CurrencyCode, minorDigits } from "@evenshare/domain";

const formats = new Map<CurrencyCode, Intl.NumberFormat>();

/**
 * An amount of minor units in words, exactly: `formatAmount(250_000n, "GBP")` is `"£2,500.00"`.
 * It reaches Intl as a decimal string, never as a float, so it is right at any size.
 */
export function formatAmount(amount: bigint, currency: CurrencyCode): string {
  return moneyFormat(currency).format(toDecimal(amount, minorDigits(currency)));
}

function toDecimal(amount: bigint, digits: number): `${number}` {
  const text = amount.toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const decimal = digits === 0 ? whole : `${whole}.${text.slice(text.length - digits)}`;
  if (!isDecimal(decimal)) throw new TypeError(`${amount} is not an amount of zero or more`);
  return decimal;
}

function isDecimal(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text);
}

function moneyFormat(currency: CurrencyCode): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(currency, made);
  return made;
}
