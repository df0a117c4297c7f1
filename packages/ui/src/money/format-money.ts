export interface MoneyFormat {
  /** `always` writes a plus before amounts above zero: for changes and movements. */
  readonly sign?: "auto" | "always";
}

/** A written amount cut around its decimals; `fraction` has the decimal point and is empty where there is none. */
export interface MoneyParts {
  readonly before: string;
  readonly fraction: string;
  readonly after: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes an amount of minor units in a locale, exactly: `formatMoney(150_05n, "GBP", "en-GB")` is `"£150.05"`.
 *
 * The amount reaches Intl as a decimal string, never as a float, so it is right at any size.
 * @throws RangeError when the currency is not a three-letter code.
 */
export function formatMoney(
  amount: bigint,
  currency: string,
  locale: string,
  format: MoneyFormat = {},
): string {
  const { before, fraction, after } = formatMoneyParts(amount, currency, locale, format);
  return before + fraction + after;
}

/** As {@link formatMoney}, cut around the decimals, so that a large figure can set its pence apart. */
export function formatMoneyParts(
  amount: bigint,
  currency: string,
  locale: string,
  format: MoneyFormat = {},
): MoneyParts {
  const decimal = toDecimal(amount, currencyDigits(currency));
  const parts = { before: "", fraction: "", after: "" };
  for (const { type, value } of moneyFormat(currency, locale, format.sign ?? "auto").formatToParts(decimal)) {
    if (type === "decimal" || type === "fraction") parts.fraction += value;
    else if (parts.fraction === "") parts.before += type === "minusSign" ? value.replace("-", "−") : value;
    else parts.after += value;
  }
  return parts;
}

/** Digits after the decimal point of a currency, as ISO 4217 has them: 2 for GBP, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return moneyFormat(currency, "en", "auto").resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as plain decimal text: `toDecimal(-5n, 2)` is `"-0.05"`. */
export function toDecimal(amount: bigint, digits: number): `${number}` {
  const sign = amount < 0n ? "-" : "";
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - digits);
  const fraction = magnitude.slice(magnitude.length - digits);
  const text = digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
  if (!isNumeral(text)) throw new TypeError(`${text} is not a decimal`);
  return text;
}

function isNumeral(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function moneyFormat(currency: string, locale: string, sign: "auto" | "always"): Intl.NumberFormat {
  const key = `${locale} ${currency} ${sign}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    numberingSystem: "latn",
    signDisplay: sign === "always" ? "exceptZero" : "auto",
  });
  formats.set(key, made);
  return made;
}
