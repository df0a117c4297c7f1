import { invitationStateAt, ok, type views } from "@evenshare/domain";
import { authorize, type Verb } from "../verb";
import { findPartnerInvitationsOf } from "./find-invitation";

/**
 * The partnerships that the reader was asked into at the address they have confirmed and may still accept, newest first.
 * What was sent to a colleague is the colleague's to read.
 */
export const listWaitingInvitations: Verb<Record<string, never>, views.WaitingInvitation[]> = async (
  deps,
  scope,
) => {
  const allowed = authorize(scope, "partnership.join");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const own = await findPartnerInvitationsOf(deps, scope.userId);
  return ok(
    own
      .filter((invitation) => invitationStateAt(invitation, now) === "pending")
      .map(({ id, organization, inviterName, title, terms, startsOn, expiresAt }) => ({
        id,
        organizationName: organization.name,
        invitedBy: inviterName,
        title,
        terms,
        startsOn,
        expiresAt,
      })),
  );
};
