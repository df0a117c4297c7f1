import type { PayoutFacts } from "@evenshare/application";
import { z } from "zod";
import { fromWire, wireCurrency, wireRule } from "../currency/rail-amount";
import { operationIdOf, wireMetadata } from "../keys/metadata";

export const wirePayout = z.object({
  object: z.literal("payout"),
  id: z.string().startsWith("po_"),
  amount: z.int(),
  currency: wireCurrency,
  status: z.enum(["pending", "in_transit", "paid", "failed", "canceled"]),
  arrival_date: z.int(),
  failure_code: z.string().nullish(),
  failure_message: z.string().nullish(),
  metadata: wireMetadata.nullish(),
  trace_id: z.object({ value: z.string().nullish() }).nullish(),
});

type WirePayout = z.infer<typeof wirePayout>;

/** `accountId`: the account it was asked of; a payout does not name it itself. */
export function readPayoutFacts(accountId: string, payout: WirePayout): PayoutFacts {
  return {
    payoutId: payout.id,
    operationId: operationIdOf(payout.metadata ?? {}),
    accountId,
    status: payout.status,
    amount: fromWire(payout.amount, wireRule(payout.currency)),
    currency: payout.currency,
    arrivalDate: new Date(payout.arrival_date * 1_000),
    failureCode: payout.failure_code ?? null,
    failureReason: payout.failure_message ?? null,
    traceId: payout.trace_id?.value ?? null,
  };
}
