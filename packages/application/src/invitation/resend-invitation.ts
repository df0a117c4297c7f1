import { expiryOfInvitation, type InvitationKind, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import { lockTeam } from "../team/load-team";
import type { Verb } from "../verb";
import { invitingPermission, loadOpenInvitation } from "./open-invitation";
import { sendInvitation } from "./send-invitation";

const answer = z.object({ id: z.uuid() });

type Resend = Verb<z.input<typeof views.invitationCommandInput>, z.infer<typeof answer>>;

/**
 * Sends an invitation again under a new link, for another 30 days; the earlier links are dead from now on.
 *
 * Refused with `invitation.not_found`, `invitation.used` and `invitation.revoked`.
 */
function resend(kind: InvitationKind): Resend {
  return (deps, scope, input) =>
    runCommand(deps, scope, input, {
      name: `invitation.resend_${kind}`,
      permission: invitingPermission[kind],
      input: views.invitationCommandInput,
      answer,
      lock: lockTeam(scope),
      async carryOut(tx, { id }, now) {
        const loaded = await loadOpenInvitation(tx, scope, kind, id);
        if (!loaded.ok) return loaded;
        const { expiresAt, email } = loaded.value;
        const invitation = await tx.invitation.update({
          where: { id, organizationId: scope.organizationId },
          data: { status: "pending", settledAt: null, expiresAt: expiryOfInvitation(now) },
        });
        const before = { email, expiresAt: expiresAt.toISOString() };
        return sendInvitation(deps, scope, tx, invitation, "invitation.resend", before, now);
      },
    });
}

export const resendMemberInvitation = resend("member");
export const resendPartnerInvitation = resend("partner");
