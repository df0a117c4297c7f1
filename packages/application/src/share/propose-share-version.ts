import {
  checkNextVersion,
  dayIn,
  makeShareTerms,
  ok,
  refuse,
  shareProposedMessages,
  views,
} from "@evenshare/domain";
import type { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { lockShare, shareHint, tellingOf } from "./load-share";
import { proposedRecords } from "./propose-share";
import { writeVersion } from "./write-version";

/**
 * The brand proposes other terms between the same parties. What is in force stays so until the new version takes effect,
 * at the border of a period that has not begun; after a proposal that nobody accepted, from the start of the terms.
 *
 * Refused with `share.not_found`, `share.already_open` while another version waits, and `input.invalid` by field.
 */
export const proposeShareVersion: Verb<
  z.input<typeof views.proposeShareVersionInput>,
  z.infer<typeof views.proposedShare>
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "share.propose_version",
    permission: "share.propose",
    input: views.proposeShareVersionInput,
    answer: views.proposedShare,
    async carryOut(tx, { id, terms: proposed, settings, effectiveFrom }, now) {
      const { organizationId, userName } = scope;
      const locked = await lockShare(tx, organizationId, id);
      if (!locked.ok) return locked;
      const share = locked.value;
      if (share.brandId !== organizationId) return refuse({ code: "share.not_found" });
      const terms = makeShareTerms(proposed, share.code);
      if (!terms.ok) return terms;
      const today = dayIn(terms.value.timeZone, now);
      const next = checkNextVersion(share.versions, { terms: proposed, effectiveFrom }, today);
      if (!next.ok) return next;
      const number = Math.max(0, ...share.versions.map(({ version }) => version)) + 1;
      const version = { agreementId: id, version: number, terms: terms.value, settings, effectiveFrom };
      await writeVersion(tx, scope, version, now);
      return ok({
        answer: { id, code: share.code, version: number },
        audit: proposedRecords(share, version),
        messages: shareProposedMessages(tellingOf(share, version), userName, deps.newId),
        live: [shareHint(share)],
      });
    },
  });
