import { changeRole as decide, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { endRequestsOf } from "../approval/end-requests-of";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { loadTeam, lockTeam } from "./load-team";

const answer = z.object({ userId: z.uuid(), role: z.string() });

/**
 * An owner gives a member another role. It counts from the member's next request on; what they asked a second person for
 * and may not do any more ends.
 *
 * Refused with `member.not_found` and `member.last_owner`.
 */
export const changeRole: Verb<z.input<typeof views.changeRoleInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "member.change_role",
    permission: "team.manage",
    input: views.changeRoleInput,
    answer,
    lock: lockTeam(scope),
    async carryOut(tx, { userId, role }, now) {
      const team = await loadTeam(tx);
      const decided = decide(team, userId, role);
      if (!decided.ok) return decided;
      const { organizationId } = scope;
      const changed = await tx.member.updateMany({ where: { organizationId, userId }, data: { role } });
      if (changed.count === 0) return refuse({ code: "member.not_found", field: "userId" });
      await endRequestsOf(deps, scope, tx, userId, now);
      const person = team.find((member) => member.userId === userId)?.name ?? null;
      return ok({
        answer: { userId, role },
        audit: [
          {
            action: "member.change_role",
            subjectType: "member",
            subjectId: userId,
            partnershipId: null,
            before: { person, role: decided.value.before },
            after: { person, role },
            reason: null,
          },
        ],
        live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
      });
    },
  });
