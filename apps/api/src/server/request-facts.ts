import type { SessionFacts } from "@evenshare/auth";
import type { OrganizationKind } from "@evenshare/domain";
import type { Context } from "hono";

/** What the middleware has found out about a request before a route sees it. */
export interface RequestFacts {
  readonly portal: OrganizationKind;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Who is asking; read at most once per request. */
  readonly session: () => Promise<SessionFacts | null>;
}

export interface ApiEnv {
  readonly Variables: { readonly facts: RequestFacts };
}

export type ApiContextOf = Context<ApiEnv>;
