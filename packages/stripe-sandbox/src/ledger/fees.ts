import { currencyRule } from "./currencies";

const fixedByDigits = { 0: 30n, 2: 20n, 3: 100n } as const;

/**
 * Stripe's fee on a card charge: 1.5 % plus 20 minor units (30 where the currency has no minor
 * units, 0.100 where it has three digits), rounded once, half up, to the steps of the
 * currency. Amounts are minor units.
 */
export function cardFee(amount: number, currency: string): number {
  const rule = currencyRule(currency) ?? { digits: 2, step: 1 };
  const step = BigInt(rule.step);
  const fixed = fixedByDigits[rule.digits] * (rule.digits === 2 ? step : 1n);
  const thousandths = BigInt(amount) * 15n + fixed * 1000n;
  return Number(((thousandths + step * 500n) / (step * 1000n)) * step);
}

/** Stripe's fee on a US bank debit: 0.8 %, rounded half up, at most 5.00 USD. */
export function debitFee(amount: number): number {
  return Math.min(500, Number((BigInt(amount) * 8n + 500n) / 1000n));
}

/** What a dispute costs, won or lost: 15.00, or 1,500 in a currency without minor units. */
export function disputeFee(currency: string): number {
  return currencyRule(currency)?.digits === 3 ? 15_000 : 1500;
}
