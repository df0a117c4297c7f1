import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "./app-router";

/** Typed access to the server: `useTRPC()` builds query and mutation options, `useTRPCClient()` calls directly. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
