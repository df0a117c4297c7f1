import type { Scope } from "@evenshare/application";
import type { SessionFacts } from "@evenshare/auth";
import type { OrganizationKind } from "@evenshare/domain";
import type { Services } from "../services";

/** What a procedure knows about its request. One context serves all calls of a batch. */
export interface ApiContext {
  /** Decided by the listener the request came in on, never by anything in the request. */
  readonly portal: OrganizationKind;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly services: Services;
  /** Who is asking; read at most once per request. */
  readonly session: () => Promise<SessionFacts | null>;
  readonly responseHeaders: Headers;
}

/** The context of a member acting for the organization that is active in this portal. */
export interface MemberContext extends ApiContext {
  readonly member: SessionFacts;
  readonly scope: Scope;
}
