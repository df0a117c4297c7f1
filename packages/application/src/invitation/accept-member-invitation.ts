import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import type { Deps } from "../deps";
import { answerInPlace, type Invitee } from "./answer-in-place";
import { findInvitation } from "./find-invitation";

/**
 * A person becomes a member of the organization that asked them in, with the role that the invitation names. Somebody
 * who has become a member in another way meanwhile keeps the role they have.
 *
 * Refused with `invitation.not_found`, `invitation.other_portal`, `invitation.for_another`, `invitation.used`, `invitation.revoked`,
 * `invitation.replaced` and `invitation.expired`.
 */
export function acceptMemberInvitation(
  deps: Deps,
  invitee: Invitee,
  { token, portal }: { readonly token: string; readonly portal: OrganizationKind },
): Promise<Result<{ organizationId: string }>> {
  return answerInPlace(
    deps,
    invitee,
    { find: () => findInvitation(deps, token), kind: "member", portal, actingFor: null, answer: "accepted" },
    async (tx, { id, organization, role, email }, now) => {
      const { id: organizationId } = organization;
      const key = { organizationId, userId: invitee.userId };
      const already = await tx.member.count({ where: key });
      if (already === 0) {
        await tx.member.create({
          data: { id: deps.newId(), ...key, role: role ?? "viewer", createdAt: now },
        });
      }
      return ok({
        answer: { organizationId },
        partnershipId: null,
        record: {
          audit: [
            {
              action: "invitation.accept",
              subjectType: "invitation",
              subjectId: id,
              partnershipId: null,
              before: { email, status: "pending" },
              after: { email, status: "accepted", person: invitee.userName, role },
              reason: null,
            },
          ],
          live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
        },
      });
    },
    ({ organization }) => ok({ organizationId: organization.id }),
  );
}
