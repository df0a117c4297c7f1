import { currencyDigits } from "./format-money";

export type MoneyProblem =
  | "empty"
  | "not_a_number"
  | "too_many_digits"
  | "negative"
  | "zero"
  | "too_small"
  | "too_large"
  | "not_in_steps";

export type ParsedMoney =
  | { readonly ok: true; readonly amount: bigint }
  | { readonly ok: false; readonly problem: MoneyProblem };

export interface MoneyLimits {
  /** Smallest amount accepted, in minor units. */
  readonly minimum?: bigint | undefined;
  /** Largest amount accepted, in minor units. */
  readonly maximum?: bigint | undefined;
  /** The amount must be a multiple of it, in minor units. */
  readonly step?: bigint | undefined;
}

/**
 * Reads what a person typed as an amount in minor units, exactly.
 *
 * Decimal point and grouping are those of the locale and nothing is guessed: in en-GB `1,234.5` is 123450n pence while
 * `1,23` is refused. The currency's own symbol or code may stand before or after.
 */
export function parseMoney(
  text: string,
  currency: string,
  locale: string,
  limits: MoneyLimits = {},
): ParsedMoney {
  const marks = separators(currency, locale);
  const bare = withoutCurrency(text, currency, marks.symbols);
  if (bare === "") return { ok: false, problem: "empty" };
  const negative = /^[-−]/.test(bare);
  const [whole = "", fraction, ...rest] = bare.replace(/^[-−+]/, "").split(marks.decimal);
  const digits = ungrouped(whole, marks.group);
  if (rest.length > 0 || digits === undefined || !/^\d*$/.test(fraction ?? "")) return notANumber();
  if (digits === "" && !fraction) return notANumber();
  const places = currencyDigits(currency);
  if ((fraction ?? "").length > places) return { ok: false, problem: "too_many_digits" };
  const amount = BigInt(`${digits}${(fraction ?? "").padEnd(places, "0")}` || "0");
  if (amount === 0n) return { ok: false, problem: "zero" };
  if (negative) return { ok: false, problem: "negative" };
  return within(limits, amount);
}

function within({ minimum, maximum, step }: MoneyLimits, amount: bigint): ParsedMoney {
  if (minimum !== undefined && amount < minimum) return { ok: false, problem: "too_small" };
  if (maximum !== undefined && amount > maximum) return { ok: false, problem: "too_large" };
  if (step !== undefined && amount % step !== 0n) return { ok: false, problem: "not_in_steps" };
  return { ok: true, amount };
}

function notANumber(): ParsedMoney {
  return { ok: false, problem: "not_a_number" };
}

/** The digits of a whole number, its grouping checked and taken out; undefined when it is not one. */
function ungrouped(whole: string, group: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const [first = "", ...groups] = whole.split(group);
  const last = groups.at(-1) ?? "";
  const wellGrouped =
    /^\d{1,3}$/.test(first) && /^\d{3}$/.test(last) && groups.every((digits) => /^\d{2,3}$/.test(digits));
  return wellGrouped ? [first, ...groups].join("") : undefined;
}

function withoutCurrency(text: string, currency: string, symbols: readonly string[]): string {
  let bare = text.replace(/[\s\u00a0\u202f\u2009]/g, "");
  for (const symbol of [currency, currency.toLowerCase(), ...symbols]) {
    bare = bare.replace(symbol, "");
  }
  return bare.replaceAll("’", "'");
}

function separators(currency: string, locale: string) {
  const format = { style: "currency", currency, numberingSystem: "latn" } as const;
  const parts = [
    ...new Intl.NumberFormat(locale, { ...format, minimumFractionDigits: 2 }).formatToParts(1234567.89),
    ...new Intl.NumberFormat(locale, { ...format, currencyDisplay: "narrowSymbol" }).formatToParts(1),
  ];
  const find = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  // Groups are compared after spaces are gone and typographic apostrophes are made plain.
  const group = (find("group") ?? ",").replace(/[\s\u00a0\u202f]/g, "").replaceAll("’", "'");
  return {
    decimal: find("decimal") ?? ".",
    group: group === "" ? "\u0000" : group,
    symbols: parts.filter((part) => part.type === "currency").map((part) => part.value.replace(/\s/g, "")),
  };
}
