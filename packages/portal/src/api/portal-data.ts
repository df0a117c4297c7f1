import type { QueryClient } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "./app-router";
import { createQueryClient } from "./query-client";
import { createPortalClient } from "./trpc-client";

/** What reads and keeps the server's answers; one per page load. */
export interface PortalData {
  readonly client: TRPCClient<AppRouter>;
  readonly queries: QueryClient;
  /** Query options outside of components, for what routes read ahead. */
  readonly trpc: TRPCOptionsProxy<AppRouter>;
}

export function createPortalData(): PortalData {
  const client = createPortalClient();
  const queries: QueryClient = createQueryClient(() => {
    void queries.invalidateQueries({ queryKey: trpc.session.me.queryKey() });
  });
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries });
  return { client, queries, trpc };
}
