import { redeliver } from "../events/redeliver";
import type { Control } from "./control";

/** What was announced, to whom, and how it went; newest first. */
export const eventControls: Control[] = [
  {
    method: "GET",
    pattern: "/events",
    run: ({ platform }) => [...platform.store.all("events")].map((row) => row.object).reverse(),
  },
  {
    method: "GET",
    pattern: "/deliveries",
    run: ({ platform }) => [...platform.store.all("deliveries")].reverse(),
  },
  {
    method: "POST",
    pattern: "/events/:id/redeliver",
    run: ({ sandbox, platform, part }) => sandbox.change(platform, (ctx) => redeliver(ctx, part("id"))),
  },
  {
    // Stripe shows a secret once; a developer who lost it would otherwise have to make a new endpoint.
    method: "GET",
    pattern: "/webhook-endpoints",
    run: ({ platform }) =>
      [...platform.store.all("webhookEndpoints")].map(({ object }) => ({
        ...object,
        ...platform.store.get("endpointSecrets", object.id),
      })),
  },
];
