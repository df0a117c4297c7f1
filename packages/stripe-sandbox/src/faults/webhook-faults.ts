import type { Context } from "../context";
import type { WebhookFaultRow } from "../state/tables";
import { matchesGlob } from "./glob";

/** The first webhook fault that applies to a new delivery, counted as fired. */
export function claimWebhookFault(ctx: Context, eventType: string): WebhookFaultRow | null {
  for (const fault of ctx.store.all("webhookFaults")) {
    if (fault.fired >= fault.times || !matchesGlob(fault.event, eventType)) continue;
    ctx.store.put("webhookFaults", fault.id, { ...fault, fired: fault.fired + 1 });
    return fault;
  }
  return null;
}
