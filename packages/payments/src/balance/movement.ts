import type { ProviderMovement } from "@evenshare/application";
import { currencyCode } from "@evenshare/domain";
import { z } from "zod";
import { fromWire, wireRule } from "../currency/rail-amount";
import { operationIdOf, wireMetadata } from "../keys/metadata";

const wireReference = z.union([z.string(), z.object({ id: z.string() })]).nullish();

/** What moved the money. A balance transaction names it, or carries it when asked to. */
const wireSource = z.object({
  id: z.string(),
  metadata: wireMetadata.nullish(),
  source_transfer: wireReference,
  charge: wireReference,
});

export const wireMovement = z.object({
  object: z.literal("balance_transaction"),
  id: z.string().startsWith("txn_"),
  type: z.string(),
  amount: z.int(),
  fee: z.int(),
  net: z.int(),
  currency: z.string(),
  source: z.union([z.string(), wireSource]).nullish(),
  created: z.int(),
  available_on: z.int(),
});

type WireMovement = z.infer<typeof wireMovement>;

export function readMovement(movement: WireMovement): ProviderMovement {
  const currency = currencyCode.parse(movement.currency.toUpperCase());
  const rule = wireRule(currency);
  return {
    id: movement.id,
    type: movement.type,
    amount: fromWire(movement.amount, rule),
    fee: fromWire(movement.fee, rule),
    net: fromWire(movement.net, rule),
    currency,
    ...describeSource(movement.source),
    createdAt: new Date(movement.created * 1_000),
    availableOn: new Date(movement.available_on * 1_000),
  };
}

function describeSource(source: WireMovement["source"]) {
  if (typeof source !== "object" || source === null) {
    return { sourceId: source ?? null, operationId: null, originId: null };
  }
  return {
    sourceId: source.id,
    operationId: operationIdOf(source.metadata ?? {}),
    originId: idOf(source.source_transfer) ?? idOf(source.charge),
  };
}

function idOf(reference: z.infer<typeof wireReference>): string | null {
  return typeof reference === "object" ? (reference?.id ?? null) : (reference ?? null);
}
