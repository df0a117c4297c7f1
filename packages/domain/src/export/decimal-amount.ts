import { type CurrencyCode, minorDigits } from "../money/currency";

/**
 * An amount as files and other programs read it: a point, all of the currency's digits, no grouping.
 *
 * @example decimalAmount(-123450n, "GBP") // "-1234.50"
 * @example decimalAmount(500n, "JPY") // "500"
 */
export function decimalAmount(amount: bigint, currency: CurrencyCode): string {
  const digits = minorDigits(currency);
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - digits);
  const part = magnitude.slice(magnitude.length - digits);
  return `${amount < 0n ? "-" : ""}${whole}${digits === 0 ? "" : `.${part}`}`;
}
