import type { ProviderOutcome } from "@evenshare/application";
import type { CurrencyCode } from "@evenshare/domain";

/** The refusal of an amount the rail cannot carry; Stripe is not asked. */
export function refuseAmount(amount: bigint, currency: CurrencyCode): ProviderOutcome<never> {
  return {
    kind: "refused",
    code: "amount_not_representable",
    reason: `Stripe cannot carry ${amount} minor units of ${currency}`,
  };
}
