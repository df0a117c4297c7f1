import type { TenantTransaction } from "@evenshare/database";
import {
  endMembership as decide,
  ok,
  type PersonalMessageDraft,
  type Result,
  refuse,
} from "@evenshare/domain";
import { endRequestsOf } from "../approval/end-requests-of";
import type { ChangeRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { loadTeam } from "./load-team";

/** Takes a member out of the team, under the team's lock; what they asked for ends. An owner's doing is mailed to them. */
export async function endMembership(
  deps: Pick<Deps, "newId">,
  scope: Scope,
  tx: TenantTransaction,
  userId: string,
  now: Date,
): Promise<Result<ChangeRecord & { readonly answer: { readonly userId: string } }>> {
  const team = await loadTeam(tx);
  const decided = decide(team, userId);
  if (!decided.ok) return decided;
  const member = team.find((candidate) => candidate.userId === userId);
  if (member === undefined) return refuse({ code: "member.not_found", field: "userId" });
  const { organizationId } = scope;
  await tx.member.deleteMany({ where: { organizationId, userId } });
  await endRequestsOf(deps, scope, tx, userId, now);
  const byThemselves = userId === scope.userId;
  const { name: organizationName } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
  });
  const notice: PersonalMessageDraft = {
    id: deps.newId(),
    template: "member.removed",
    toPerson: { userId, name: member.name, email: member.email, side: scope.kind },
    data: { organizationId, organizationName, personName: scope.userName, role: decided.value.before },
  };
  return ok({
    answer: { userId },
    audit: [
      {
        action: byThemselves ? "member.leave" : "member.remove",
        subjectType: "member",
        subjectId: userId,
        partnershipId: null,
        before: { person: member.name, email: member.email, role: decided.value.before },
        after: { person: member.name },
        reason: null,
      },
    ],
    messages: byThemselves ? [] : [notice],
    live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
  });
}
