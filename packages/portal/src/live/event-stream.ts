import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "../api/app-router";
import { apiUrl } from "../api/trpc-client";
import type { OpenStream } from "./follow-stream";

/** The server-sent events of this portal's own origin. */
export function openEventStream(): OpenStream {
  const client = createTRPCClient<AppRouter>({
    links: [httpSubscriptionLink({ url: apiUrl, transformer: superjson })],
  });
  return (handlers) => client.live.events.subscribe(undefined, handlers);
}
