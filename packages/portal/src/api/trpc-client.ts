import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "./app-router";

export const apiUrl = "/api/trpc";

/** The client of this portal's own origin; calls of one tick travel together. Subscriptions have a client of their own. */
export function createPortalClient(): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: apiUrl, transformer: superjson, maxItems: 10 })],
  });
}
