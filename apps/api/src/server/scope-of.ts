import type { Scope } from "@evenshare/application";
import type { Membership, SessionFacts } from "@evenshare/auth";

/** On whose behalf a request acts: the person of a session, for one of their organizations. */
export function scopeOf(
  { user, authenticatedRecently }: SessionFacts,
  { organization, role }: Membership,
  request: { readonly ip: string | null; readonly requestId: string },
): Scope {
  return {
    organizationId: organization.id,
    kind: organization.kind,
    role,
    userId: user.id,
    userName: user.name,
    userEmail: user.email,
    emailVerified: user.emailVerified,
    authenticatedRecently,
    ip: request.ip,
    requestId: request.requestId,
  };
}
