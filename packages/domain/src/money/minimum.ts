import { ok, type Result, refuse } from "../result";
import { type CurrencyCode, minorDigits } from "./currency";

/**
 * The smallest charge per currency in minor units, as Stripe lists it under "Minimum and maximum charge amounts"
 * (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts), as of November 2026. Below it Stripe answers
 * `amount_too_small`. KWD has no line of its own there: what is taken is safely worth more than the smallest amount that
 * Stripe settles.
 */
const smallestCharge: Readonly<Record<CurrencyCode, bigint>> = {
  AUD: 50n,
  CAD: 50n,
  CHF: 50n,
  DKK: 250n,
  EUR: 50n,
  GBP: 30n,
  JPY: 50n,
  KWD: 200n,
  NOK: 300n,
  SEK: 300n,
  USD: 50n,
};

/** Where Stripe names no smallest payout, any amount is sent. */
const paidOutFromTheFirst: readonly CurrencyCode[] = ["AUD", "CAD"];

/**
 * The smallest amount of a currency that can be charged, in minor units.
 *
 * @example chargeMinimum("GBP") // 30n: £0.30
 */
export function chargeMinimum(currency: CurrencyCode): bigint {
  return smallestCharge[currency];
}

/**
 * The smallest amount of a currency that is sent to a bank, in minor units: one whole unit, as Stripe says is typical
 * for the countries it pays out to, and none in Australia and Canada ("Cross-border minimum payout amounts",
 * docs.stripe.com/connect/cross-border-payouts/special-requirements, November 2026). A country's own minimum may be
 * higher; Stripe's refusal then is kept beside the payout, which waits and is tried again.
 *
 * @example payoutMinimum("GBP") // 100n: £1.00
 */
export function payoutMinimum(currency: CurrencyCode): bigint {
  return paidOutFromTheFirst.includes(currency) ? 1n : 10n ** BigInt(minorDigits(currency));
}

/** Refuses by `amount.below_minimum` what is too little to be charged. */
export function checkChargeMinimum(amount: bigint, currency: CurrencyCode): Result<void> {
  const minimum = chargeMinimum(currency);
  if (amount >= minimum) return ok(undefined);
  return refuse({
    code: "amount.below_minimum",
    field: "amount",
    details: { minimum: String(minimum), amount: String(amount), currency },
  });
}

/**
 * Refuses by `amount.rest_below_minimum` a part of `open` after which so little is left that it could never be charged.
 *
 * @example checkRest(990n, 1_000n, "GBP") // refused: the rest of £0.10 is below £0.30
 */
export function checkRest(amount: bigint, open: bigint, currency: CurrencyCode): Result<void> {
  const rest = open - amount;
  if (rest <= 0n || checkChargeMinimum(rest, currency).ok) return ok(undefined);
  return refuse({
    code: "amount.rest_below_minimum",
    field: "amount",
    details: { rest: String(rest), minimum: String(chargeMinimum(currency)), currency },
  });
}
