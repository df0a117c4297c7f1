import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newId, newToken } from "../context";
import { flag, listParams, mergeMetadata, metadata, params, text, unsettable } from "../http/params";
import { route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { listObjects, objectFromUrl, saveObject } from "../state/objects";

const created = params({
  api_version: text().optional(),
  connect: flag().optional(),
  description: text().optional(),
  enabled_events: z.array(text()).min(1),
  metadata: metadata().optional(),
  url: text(),
});

const updated = params({
  description: unsettable().optional(),
  disabled: flag().optional(),
  enabled_events: z.array(text()).min(1).optional(),
  metadata: metadata().optional(),
  url: text().optional(),
});

/** The signing secret is part of the answer to this request only, as at Stripe. */
function create(ctx: Context, input: z.output<typeof created>): Stripe.WebhookEndpoint {
  checkUrl(input.url);
  const endpoint = saveObject(ctx, "webhookEndpoints", {
    id: newId(ctx, "we"),
    object: "webhook_endpoint",
    api_version: input.api_version ?? null,
    application: null,
    created: ctx.now,
    description: input.description ?? null,
    enabled_events: input.enabled_events,
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    status: "enabled",
    url: input.url,
  });
  const secret = `whsec_${newToken(ctx, "webhook secret", 32)}`;
  ctx.store.put("endpointSecrets", endpoint.id, { secret, connect: input.connect ?? false });
  return { ...endpoint, secret };
}

function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && (parsed.protocol === "http:" || parsed.protocol === "https:")) return;
  throw invalidRequest("Invalid URL: An explicit scheme (such as https) must be provided.", {
    code: "url_invalid",
    param: "url",
  });
}

export const webhookEndpointRoutes = [
  route("POST", "/v1/webhook_endpoints", created, create),
  route("GET", "/v1/webhook_endpoints", listParams({}), (ctx, input) =>
    listObjects(ctx, "webhookEndpoints", "/v1/webhook_endpoints", input),
  ),
  route("GET", "/v1/webhook_endpoints/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "webhookEndpoints", path("id"), "webhook_endpoint"),
  ),
  route("POST", "/v1/webhook_endpoints/:id", updated, (ctx, input, path) => {
    const before = objectFromUrl(ctx, "webhookEndpoints", path("id"), "webhook_endpoint");
    if (input.url !== undefined) checkUrl(input.url);
    const status = input.disabled === true ? "disabled" : "enabled";
    return saveObject(ctx, "webhookEndpoints", {
      ...before,
      description: input.description === undefined ? before.description : input.description,
      enabled_events: input.enabled_events ?? before.enabled_events,
      metadata: mergeMetadata(before.metadata, input.metadata),
      status: input.disabled === undefined ? before.status : status,
      url: input.url ?? before.url,
    });
  }),
  route("DELETE", "/v1/webhook_endpoints/:id", params({}), (ctx, _input, path) => {
    const { id } = objectFromUrl(ctx, "webhookEndpoints", path("id"), "webhook_endpoint");
    ctx.store.delete("webhookEndpoints", id);
    ctx.store.delete("endpointSecrets", id);
    return { id, object: "webhook_endpoint", deleted: true } satisfies Stripe.DeletedWebhookEndpoint;
  }),
];
