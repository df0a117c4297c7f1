import type { RefundFacts } from "@evenshare/application";
import { z } from "zod";
import { fromWire, wireCurrency, wireRule } from "../currency/rail-amount";
import { operationIdOf, wireMetadata } from "../keys/metadata";

const wireReference = z.union([z.string(), z.object({ id: z.string() })]).nullish();

export const wireRefund = z.object({
  object: z.literal("refund"),
  id: z.string().startsWith("re_"),
  amount: z.int().positive(),
  currency: wireCurrency,
  charge: wireReference,
  status: z.enum(["pending", "requires_action", "succeeded", "failed", "canceled"]),
  pending_reason: z.string().nullish(),
  failure_reason: z.string().nullish(),
  balance_transaction: wireReference,
  metadata: wireMetadata.nullish(),
});

type WireRefund = z.infer<typeof wireRefund>;

export function readRefundFacts(refund: WireRefund): RefundFacts {
  const { status } = refund;
  return {
    providerRefundId: refund.id,
    operationId: operationIdOf(refund.metadata ?? {}),
    amount: fromWire(refund.amount, wireRule(refund.currency)),
    currency: refund.currency,
    status:
      status === "succeeded"
        ? "succeeded"
        : status === "failed" || status === "canceled"
          ? "failed"
          : "pending",
    booked: (refund.balance_transaction ?? null) !== null,
    reason: refund.failure_reason ?? refund.pending_reason ?? null,
  };
}

export function chargeOf({ charge }: WireRefund): string | null {
  return typeof charge === "object" ? (charge?.id ?? null) : (charge ?? null);
}
