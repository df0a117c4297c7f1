import { z } from "zod";

/** Minor-unit digits of every currency the product offers (ISO 4217). The payment rail's own digits are mapped in `payments`. */
const minorDigitsByCurrency = {
  AUD: 2,
  CAD: 2,
  CHF: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  JPY: 0,
  KWD: 3,
  NOK: 2,
  SEK: 2,
  USD: 2,
} as const;

export type CurrencyCode = keyof typeof minorDigitsByCurrency;

export const currencyCodes = Object.keys(minorDigitsByCurrency).filter(isCurrencyCode);

export const currencyCode = z.enum(minorDigitsByCurrencyKeys());

export function isCurrencyCode(code: string): code is CurrencyCode {
  return Object.hasOwn(minorDigitsByCurrency, code);
}

/** How many digits follow the decimal point: 2 for GBP, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: CurrencyCode): number {
  return minorDigitsByCurrency[currency];
}

function minorDigitsByCurrencyKeys(): [CurrencyCode, ...CurrencyCode[]] {
  const [first, ...rest] = Object.keys(minorDigitsByCurrency).filter(isCurrencyCode);
  if (first === undefined) throw new Error("no currency is offered");
  return [first, ...rest];
}
