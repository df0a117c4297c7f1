import { type InvitationKind, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { invitingPermission, loadOpenInvitation } from "./open-invitation";

const answer = z.object({ id: z.uuid() });

type Revoke = Verb<z.input<typeof views.invitationCommandInput>, z.infer<typeof answer>>;

/**
 * Takes an invitation back: its link says so from now on.
 *
 * Refused with `invitation.not_found`, `invitation.used` and `invitation.revoked`.
 */
function revoke(kind: InvitationKind): Revoke {
  return (deps, scope, input) =>
    runCommand(deps, scope, input, {
      name: `invitation.revoke_${kind}`,
      permission: invitingPermission[kind],
      input: views.invitationCommandInput,
      answer,
      async carryOut(tx, { id }, now) {
        const loaded = await loadOpenInvitation(tx, scope, kind, id);
        if (!loaded.ok) return loaded;
        const { organizationId } = scope;
        await tx.invitation.update({
          where: { id, organizationId },
          data: { status: "revoked", settledAt: now },
        });
        const { email, status } = loaded.value;
        return ok({
          answer: { id },
          audit: [
            {
              action: "invitation.revoke",
              subjectType: "invitation",
              subjectId: id,
              partnershipId: null,
              before: { email, status },
              after: { email, status: "revoked" },
              reason: null,
            },
          ],
          live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
        });
      },
    });
}

export const revokeMemberInvitation = revoke("member");
export const revokePartnerInvitation = revoke("partner");
