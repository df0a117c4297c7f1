import { setTimer } from "../clock/timers";
import { type Context, newId } from "../context";
import { resourceMissing } from "../http/stripe-error";
import type { DeliveryRow } from "../state/tables";

/** Sends an event again to every endpoint it went to, as the button in Stripe's dashboard does. */
export function redeliver(ctx: Context, eventId: string): DeliveryRow[] {
  const event = ctx.store.get("events", eventId)?.object;
  if (event === undefined) throw resourceMissing("event", eventId, "id", true);
  const past = [...ctx.store.all("deliveries")].filter((delivery) => delivery.event === eventId);
  const endpoints = new Set(past.map((delivery) => delivery.endpoint));
  return [...endpoints].map((endpoint) => {
    const id = newId(ctx, "whd");
    const delivery: DeliveryRow = {
      id,
      event: eventId,
      type: event.type,
      endpoint,
      state: "waiting",
      fault: null,
      attempts: [],
    };
    ctx.store.put("deliveries", id, delivery);
    setTimer(ctx, "delivery", id, ctx.now);
    return delivery;
  });
}
