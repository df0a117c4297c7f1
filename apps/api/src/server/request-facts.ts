import type { SessionFacts } from "@evenshare/auth";
import type { OrganizationKind, Result } from "@evenshare/domain";
import type { Context } from "hono";

/** What the middleware has found out about a request before a route sees it. */
export interface RequestFacts {
  readonly portal: OrganizationKind;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Who is asking; read at most once per request. */
  readonly session: () => Promise<SessionFacts | null>;
  /** Counts one change by a person; refused when there were too many, or when none can be counted. */
  readonly countChange: (userId: string) => Promise<Result<void>>;
}

export interface ApiEnv {
  readonly Variables: { readonly facts: RequestFacts };
}

export type ApiContextOf = Context<ApiEnv>;
