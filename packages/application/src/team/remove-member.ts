import { views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { endMembership } from "./end-membership";
import { lockTeam } from "./load-team";

const answer = z.object({ userId: z.uuid() });

/**
 * An owner removes a member. Whatever that person has begun and not committed is refused, in whichever process it runs,
 * and their next request finds them outside.
 *
 * Refused with `member.not_found` and `member.last_owner`.
 */
export const removeMember: Verb<z.input<typeof views.removeMemberInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "member.remove",
    permission: "team.manage",
    input: views.removeMemberInput,
    answer,
    lock: lockTeam(scope),
    carryOut: (tx, { userId }, now) => endMembership(deps, scope, tx, userId, now),
  });
