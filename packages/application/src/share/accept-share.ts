import { ok, shareAcceptedMessage, shareActiveMessages, views } from "@evenshare/domain";
import type { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { answerVersion } from "./answer-version";
import { shareHint, shareName, tellingOf } from "./load-share";

/**
 * A payee accepts a proposed version. With the last one's yes it is active; until then nothing of it counts.
 *
 * Refused with `share.not_found`, `share.not_open`, `share.already_answered`, and `share.border_passed` when the period in
 * which a later version should have taken effect has begun.
 */
export const acceptShare: Verb<
  z.input<typeof views.answerShareInput>,
  z.infer<typeof views.answeredShare>
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "share.accept",
    permission: "share.accept",
    input: views.answerShareInput,
    answer: views.answeredShare,
    async carryOut(tx, { id, version: number }, now) {
      const given = await answerVersion(
        tx,
        scope,
        { id, version: number, says: "accepted", reason: null },
        now,
      );
      if (!given.ok) return given;
      const { share, version, party, status, waitingFor } = given.value;
      const telling = tellingOf(share, version);
      return ok({
        answer: { status },
        audit: [
          {
            action: "share.accept",
            subjectType: "share",
            subjectId: id,
            partnershipId: party.partnershipId,
            before: { status: "proposed" },
            after: { agreement: shareName(share), version: String(number), status },
            reason: null,
          },
        ],
        messages:
          status === "active"
            ? shareActiveMessages(telling, deps.newId)
            : [shareAcceptedMessage(telling, party, waitingFor, deps.newId)],
        live: [shareHint(share)],
      });
    },
  });
