import type { TenantTransaction } from "@evenshare/database";
import {
  expiryOfInvitation,
  invitationStateAt,
  isSameAddress,
  ok,
  type Result,
  refuse,
  views,
} from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import { loadTeam, lockTeam } from "../team/load-team";
import type { Verb } from "../verb";
import { sendInvitation } from "./send-invitation";

const answer = z.object({ id: z.uuid() });

/**
 * An owner asks somebody into the organization by e-mail, with a role, for 30 days (F5). Whether the address has an
 * account makes no difference here.
 *
 * Refused with `invitation.already_member` and `invitation.already_pending`.
 */
export const inviteMember: Verb<z.input<typeof views.inviteMemberInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "invitation.invite_member",
    permission: "team.manage",
    input: views.inviteMemberInput,
    answer,
    lock: lockTeam(scope),
    async carryOut(tx, { email: entered, role }, now) {
      const email = entered.toLowerCase();
      const free = await checkAddress(tx, scope.organizationId, email, now);
      if (!free.ok) return free;
      const invitation = await tx.invitation.create({
        data: {
          id: deps.newId(),
          organizationId: scope.organizationId,
          kind: "member",
          email,
          role,
          status: "pending",
          inviterId: scope.userId,
          inviterName: scope.userName,
          expiresAt: expiryOfInvitation(now),
          createdAt: now,
        },
      });
      return sendInvitation(deps, scope, tx, invitation, "invitation.invite_member", {}, now);
    },
  });

/** Nobody is asked twice at a time. An invitation that ran out makes room for a new one. */
async function checkAddress(
  tx: TenantTransaction,
  organizationId: string,
  email: string,
  now: Date,
): Promise<Result<void>> {
  const team = await loadTeam(tx);
  if (team.some((member) => isSameAddress(member.email, email))) {
    return refuse({ code: "invitation.already_member", field: "email" });
  }
  const earlier = await tx.invitation.findFirst({
    where: { organizationId, kind: "member", email, status: "pending" },
  });
  if (earlier === null) return ok(undefined);
  if (invitationStateAt({ status: "pending", expiresAt: earlier.expiresAt }, now) === "pending") {
    return refuse({ code: "invitation.already_pending", field: "email" });
  }
  await tx.invitation.update({
    where: { id: earlier.id, organizationId },
    data: { status: "expired", settledAt: earlier.expiresAt },
  });
  return ok(undefined);
}
