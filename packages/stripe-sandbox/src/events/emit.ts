import type Stripe from "stripe";
import { setTimer } from "../clock/timers";
import { apiVersion, type Context, newId } from "../context";
import { claimWebhookFault } from "../faults/webhook-faults";
import { previousAttributes } from "./previous-attributes";

/**
 * Records that something happened to an object, and puts the event on its way to every endpoint that wants it.
 * `before` is the object as it was, for events that carry `previous_attributes`.
 */
export function emit(
  ctx: Context,
  type: Stripe.Event.Type,
  object: object,
  before?: object,
): Stripe.EventBase {
  const connected = ctx.account !== ctx.platformAccount;
  const endpoints = [...ctx.store.all("webhookEndpoints")]
    .map((row) => row.object)
    .filter((endpoint) => wants(ctx, endpoint, type, connected));
  const data: Stripe.Event.Data = { object: structuredClone(object) };
  if (before !== undefined) data.previous_attributes = previousAttributes(before, object);
  const event: Stripe.EventBase = {
    id: newId(ctx, "evt"),
    object: "event",
    ...(connected ? { account: ctx.account } : {}),
    api_version: apiVersion,
    created: ctx.now,
    data,
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: ctx.request?.id ?? null, idempotency_key: ctx.request?.idempotencyKey ?? null },
    type,
  };
  ctx.store.put("events", event.id, { account: ctx.account, object: event });
  if (endpoints.length > 0) ctx.store.put("pendingWebhooks", event.id, { value: endpoints.length });
  for (const endpoint of endpoints) scheduleDelivery(ctx, event, endpoint.id);
  return event;
}

function wants(ctx: Context, endpoint: Stripe.WebhookEndpoint, type: string, connected: boolean): boolean {
  if (endpoint.status !== "enabled") return false;
  // An account that has cut its connection is none of the platform's business any more.
  if (ctx.store.get("onboardings", ctx.account)?.deauthorized === true) return false;
  if ((ctx.store.get("endpointSecrets", endpoint.id)?.connect ?? false) !== connected) return false;
  return endpoint.enabled_events.some((wanted) => wanted === "*" || wanted === type);
}

function scheduleDelivery(ctx: Context, event: Stripe.EventBase, endpoint: string): void {
  const id = newId(ctx, "whd");
  const fault = claimWebhookFault(ctx, event.type);
  const state = fault?.kind === "drop" ? "dropped" : "waiting";
  const kind = fault?.kind ?? null;
  ctx.store.put("deliveries", id, {
    id,
    event: event.id,
    type: event.type,
    endpoint,
    state,
    fault: kind,
    attempts: [],
  });
  if (state === "dropped") return;
  // A reordered delivery waits for a later one to overtake it, but not for ever.
  const delay = fault?.kind === "delay" ? Math.ceil(fault.ms / 1000) : kind === "reorder" ? 60 : 0;
  setTimer(ctx, "delivery", id, ctx.now + delay);
}
