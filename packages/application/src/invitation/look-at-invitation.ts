import { checkLink, ok, type Result, type views } from "@evenshare/domain";
import type { Deps } from "../deps";
import { findInvitation, portalOf } from "./find-invitation";

/**
 * What an invitation says, for whoever holds its link: signing in comes after.
 *
 * Refused with `invitation.not_found`, `invitation.used`, `invitation.revoked`, `invitation.replaced` and
 * `invitation.expired`.
 */
export async function lookAtInvitation(
  deps: Pick<Deps, "database" | "clock">,
  { token }: { readonly token: string },
): Promise<Result<views.InvitationView>> {
  const found = await findInvitation(deps, token);
  if (!found.ok) return found;
  const invitation = found.value;
  const open = checkLink(invitation, deps.clock.now());
  if (!open.ok) return open;
  return ok({
    kind: invitation.kind,
    email: invitation.email,
    portal: portalOf(invitation),
    organizationName: invitation.organization.name,
    invitedBy: invitation.inviterName,
    role: invitation.role,
    title: invitation.title,
    terms: invitation.terms,
    startsOn: invitation.startsOn,
    expiresAt: invitation.expiresAt,
  });
}
