import { currencyDigits, formatMoney } from "./format-money";
import type { MoneyLimits, MoneyProblem } from "./parse-money";

/** Says in one sentence what is wrong with an amount a person typed and how to write it. */
export function describeMoneyProblem(
  problem: MoneyProblem,
  currency: string,
  locale: string,
  { minimum, maximum, step = 1n }: MoneyLimits = {},
): string {
  switch (problem) {
    case "empty":
      return "Enter an amount.";
    case "not_a_number":
      return `This is not an amount. Write it like ${exampleAmount(currency, locale)}.`;
    case "too_many_digits":
      return currencyDigits(currency) === 0
        ? `${currency} has no decimals. Enter a whole amount.`
        : `${currency} has ${currencyDigits(currency)} decimals. Enter no more than that.`;
    case "negative":
      return "Enter an amount above zero, without a minus sign.";
    case "zero":
      return "Enter an amount above zero.";
    case "too_small":
      return minimum === undefined
        ? "This is less than can be entered."
        : `The least you can enter is ${formatMoney(minimum, currency, locale)}.`;
    case "too_large":
      return maximum === undefined
        ? "This is more than can be entered."
        : `The most you can enter is ${formatMoney(maximum, currency, locale)}.`;
    case "not_in_steps":
      return `${currency} is paid in steps of ${formatMoney(step, currency, locale)}. Write it like ${exampleAmount(currency, locale)}.`;
  }
}

function exampleAmount(currency: string, locale: string): string {
  return formatMoney(1250n * 10n ** BigInt(currencyDigits(currency)), currency, locale);
}
