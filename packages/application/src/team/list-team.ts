import { isAllowed, isLastOwner, ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { loadInvitationRows } from "../invitation/invitation-rows";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { loadTeam } from "./load-team";

const input = z.strictObject({});

/** Who belongs to the reader's organization, and who is asked in. */
export const listTeam: Verb<z.input<typeof input>, views.TeamView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "team.read",
    input,
    async read(tx) {
      const team = await loadTeam(tx);
      return ok({
        members: team.map((member) => ({
          ...member,
          isYou: member.userId === scope.userId,
          isLastOwner: isLastOwner(team, member.userId),
        })),
        invitations: await loadInvitationRows(tx, scope, "member", deps.clock.now()),
        canManage: isAllowed("team.manage", scope.kind, scope.role),
      });
    },
  });
