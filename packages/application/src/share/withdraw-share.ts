import { ok, refuse, shareWithdrawnMessages, views } from "@evenshare/domain";
import type { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { endVersion } from "./answer-version";
import { lockShare, shareHint, shareName, tellingOf } from "./load-share";

/**
 * The brand takes back a version that waits for answers. What is in force stays so.
 *
 * Refused with `share.not_found` and `share.not_open`.
 */
export const withdrawShare: Verb<
  z.input<typeof views.answerShareInput>,
  z.infer<typeof views.answeredShare>
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "share.withdraw",
    permission: "share.withdraw",
    input: views.answerShareInput,
    answer: views.answeredShare,
    async carryOut(tx, { id, version: number }) {
      const locked = await lockShare(tx, scope.organizationId, id);
      if (!locked.ok) return locked;
      const share = locked.value;
      const version = share.versions.find((one) => one.version === number);
      if (version === undefined || share.brandId !== scope.organizationId)
        return refuse({ code: "share.not_found" });
      if (version.status !== "proposed")
        return refuse({ code: "share.not_open", details: { version: String(number) } });
      await endVersion(tx, share, number, "withdrawn", null);
      return ok({
        answer: { status: "withdrawn" as const },
        audit: share.parties.flatMap(({ partnershipId }) =>
          partnershipId === null
            ? []
            : [
                {
                  action: "share.withdraw",
                  subjectType: "share" as const,
                  subjectId: id,
                  partnershipId,
                  before: { status: "proposed" },
                  after: { agreement: shareName(share), version: String(number), status: "withdrawn" },
                  reason: null,
                },
              ],
        ),
        messages: shareWithdrawnMessages(tellingOf(share, version), deps.newId),
        live: [shareHint(share)],
      });
    },
  });
