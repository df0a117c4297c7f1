import { type CurrencyCode, minorDigits } from "../money/currency";
import { writeDecimal } from "../money/decimal-text";

/**
 * An amount as files and other programs read it: a point, all of the currency's digits, no grouping.
 *
 * @example decimalAmount(-123450n, "GBP") // "-1234.50"
 * @example decimalAmount(500n, "JPY") // "500"
 */
export function decimalAmount(amount: bigint, currency: CurrencyCode): string {
  return writeDecimal(amount, minorDigits(currency));
}
