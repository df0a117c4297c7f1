import { ok, shareDeclinedMessages, views } from "@evenshare/domain";
import type { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { answerVersion } from "./answer-version";
import { shareHint, shareName, tellingOf } from "./load-share";

/**
 * A payee says no to a proposed version, with a reason for the brand. It has ended by that, whatever others said; what is
 * in force stays so. Refused as accepting is.
 */
export const declineShare: Verb<
  z.input<typeof views.declineShareInput>,
  z.infer<typeof views.answeredShare>
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "share.decline",
    permission: "share.decline",
    input: views.declineShareInput,
    answer: views.answeredShare,
    async carryOut(tx, { id, version: number, reason }, now) {
      const given = await answerVersion(tx, scope, { id, version: number, says: "declined", reason }, now);
      if (!given.ok) return given;
      const { share, version, party, status } = given.value;
      return ok({
        answer: { status },
        audit: [
          {
            action: "share.decline",
            subjectType: "share",
            subjectId: id,
            partnershipId: party.partnershipId,
            before: { status: "proposed" },
            after: { agreement: shareName(share), version: String(number), status },
            reason,
          },
        ],
        messages: shareDeclinedMessages(tellingOf(share, version), party, reason, deps.newId),
        live: [shareHint(share)],
      });
    },
  });
