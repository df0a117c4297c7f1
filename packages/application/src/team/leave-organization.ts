import { views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { endMembership } from "./end-membership";
import { lockTeam } from "./load-team";

const answer = z.object({ userId: z.uuid() });

/** A member leaves the organization by their own wish. Refused with `member.last_owner`. */
export const leaveOrganization: Verb<z.input<typeof views.leaveOrganizationInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "member.leave",
    permission: "team.read",
    input: views.leaveOrganizationInput,
    answer,
    lock: lockTeam(scope),
    carryOut: (tx, _, now) => endMembership(deps, scope, tx, scope.userId, now),
  });
