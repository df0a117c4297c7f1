import { type CurrencyCode, currencyCode } from "@evenshare/domain";
import { z } from "zod";

/**
 * How amounts of a currency travel on Stripe's wire, compared with ISO 4217 minor units.
 * `factor`: wire units per minor unit. `step`: minor units must be a multiple of it.
 */
interface WireRule {
  readonly factor: bigint;
  readonly step: bigint;
}

const sameAsIso: WireRule = { factor: 1n, step: 1n };

/** Where Stripe's amounts differ from ISO's; every other currency travels as its minor units (GBP pence, JPY yen). */
const exceptions: Readonly<Record<string, WireRule>> = {
  // No minor unit in ISO, sent as if there were two digits.
  ISK: { factor: 100n, step: 1n },
  UGX: { factor: 100n, step: 1n },
  // Three digits, of which the last must be 0.
  BHD: { factor: 1n, step: 10n },
  JOD: { factor: 1n, step: 10n },
  KWD: { factor: 1n, step: 10n },
  OMR: { factor: 1n, step: 10n },
  TND: { factor: 1n, step: 10n },
};

export function wireRule(currency: string): WireRule {
  return exceptions[currency] ?? sameAsIso;
}

/**
 * ISO minor units as the integer Stripe expects, or null when the rail cannot carry the amount: not a multiple of the
 * currency's step, or beyond what a JSON number holds exactly.
 *
 * @example toWire(1230n, wireRule("KWD")) // 1230
 * @example toWire(1234n, wireRule("KWD")) // null
 */
export function toWire(amount: bigint, rule: WireRule): number | null {
  if (amount % rule.step !== 0n) return null;
  const wire = Number(amount * rule.factor);
  return Number.isSafeInteger(wire) ? wire : null;
}

/**
 * An integer of Stripe's as ISO minor units.
 *
 * @throws RangeError when it is no safe integer, or stands for a fraction of a minor unit: then the answer is nonsense.
 */
export function fromWire(wire: number, rule: WireRule): bigint {
  if (!Number.isSafeInteger(wire)) throw new RangeError(`${wire} is not an amount`);
  const units = BigInt(wire);
  if (units % rule.factor !== 0n) throw new RangeError(`${wire} is a fraction of a minor unit`);
  return units / rule.factor;
}

/** Stripe writes currencies in lower case. */
export function toWireCurrency(currency: CurrencyCode): string {
  return currency.toLowerCase();
}

/** A currency in an answer: one the product offers, or the answer is not about our money. */
export const wireCurrency = z
  .string()
  .transform((code) => code.toUpperCase())
  .pipe(currencyCode);
