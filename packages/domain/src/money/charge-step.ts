import { ok, type Result, refuse } from "../result";
import type { CurrencyCode } from "./currency";

/** Where the cards' rails carry fewer digits than the currency has: of three, the last is always 0. */
const steps: Partial<Record<CurrencyCode, bigint>> = { KWD: 10n };

/**
 * The smallest amount of a currency that can be charged and sent, in minor units. Every amount that moves is a multiple
 * of it.
 *
 * @example chargeStep("KWD") // 10n: 0.010
 * @example chargeStep("JPY") // 1n: whole yen
 */
export function chargeStep(currency: CurrencyCode): bigint {
  return steps[currency] ?? 1n;
}

/** Refuses by `amount.not_in_steps` what cannot be charged or sent to the last digit. */
export function checkSteps(amount: bigint, currency: CurrencyCode): Result<void> {
  const step = chargeStep(currency);
  if (amount % step === 0n) return ok(undefined);
  return refuse({
    code: "amount.not_in_steps",
    field: "amount",
    details: { currency, step: String(step), amount: String(amount) },
  });
}
