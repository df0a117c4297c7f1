import type { OrganizationKind, Permission } from "@evenshare/domain";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import type { ApiContext } from "./context";
import { describeError } from "./describe-error";

/** Who may call a procedure. The access matrix test reads it: a procedure without one fails. */
export type Access =
  | { readonly kind: "public" }
  | { readonly kind: "signed_in" }
  | { readonly kind: "member"; readonly permission: Permission; readonly portal?: OrganizationKind };

export interface ProcedureMeta {
  readonly access: Access;
}

/** A stream is ended after this time; the client opens a new one, and its session is looked at again. */
const longestStreamMs = 5 * 60_000;

export const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ error, ctx }) => describeError(error, ctx?.requestId ?? null),
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
      maxDurationMs: longestStreamMs,
    },
  });
