import type { TransferFacts } from "@evenshare/application";
import { z } from "zod";
import { fromWire, wireCurrency, wireRule } from "../currency/rail-amount";
import { operationIdOf, wireMetadata } from "../keys/metadata";

export const wireTransfer = z.object({
  object: z.literal("transfer"),
  id: z.string().startsWith("tr_"),
  amount: z.int().positive(),
  amount_reversed: z.int().nonnegative(),
  currency: wireCurrency,
  destination: z.string(),
  metadata: wireMetadata,
});

type WireTransfer = z.infer<typeof wireTransfer>;

export function readTransferFacts(transfer: WireTransfer): TransferFacts {
  const rule = wireRule(transfer.currency);
  return {
    transferId: transfer.id,
    operationId: operationIdOf(transfer.metadata),
    amount: fromWire(transfer.amount, rule),
    reversed: fromWire(transfer.amount_reversed, rule),
    currency: transfer.currency,
  };
}
