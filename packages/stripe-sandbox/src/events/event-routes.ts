import type Stripe from "stripe";
import { z } from "zod";
import type { Context } from "../context";
import { matchesGlob } from "../faults/glob";
import { listParams, params, range, text } from "../http/params";
import { route } from "../http/route";
import { inRange, listObjects, objectFromUrl } from "../state/objects";

const listed = listParams({
  created: range().optional(),
  type: text().optional(),
  types: z.array(text()).max(20).optional(),
});

/** The event with the number of endpoints that have not accepted it yet, which changes while the event does not. */
function withPending(ctx: Context, event: Stripe.EventBase): Stripe.EventBase {
  return { ...event, pending_webhooks: ctx.store.get("pendingWebhooks", event.id)?.value ?? 0 };
}

export const eventRoutes = [
  route("GET", "/v1/events", listed, (ctx, input) => {
    const page = listObjects(
      ctx,
      "events",
      "/v1/events",
      input,
      (event) =>
        inRange(event.created, input.created) &&
        (input.type === undefined || matchesGlob(input.type, event.type)) &&
        (input.types === undefined || input.types.includes(event.type)),
    );
    return { ...page, data: page.data.map((event) => withPending(ctx, event)) };
  }),
  route("GET", "/v1/events/:id", params({}), (ctx, _input, path) =>
    withPending(ctx, objectFromUrl(ctx, "events", path("id"), "id")),
  ),
];
