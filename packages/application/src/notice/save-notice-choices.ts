import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { actAsPerson } from "./as-person";
import { auditChoices, changedChoices, readChoices, writeChoices } from "./choices";

const answer = z.object({ changed: z.number().int() });

/**
 * Chooses what the person is told of for the organization they act for. Groups that are left out stay as they are.
 *
 * Refused with `notice.mail_locked` when mail about money would be switched off, and with `notice.nothing_changed` when
 * everything stands as it is sent.
 */
export const saveNoticeChoices: Verb<z.input<typeof views.saveNoticeChoicesInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "notice.choose",
    permission: "notice.own",
    input: views.saveNoticeChoicesInput,
    answer,
    async carryOut(tx, { choices }, now) {
      await actAsPerson(tx, scope.userId);
      const before = await readChoices(tx, scope);
      const changed = changedChoices(before, choices);
      const locked = changed.find(({ mail, mailLocked }) => mailLocked && !mail);
      if (locked !== undefined) {
        return refuse({ code: "notice.mail_locked", field: "choices", details: { group: locked.group } });
      }
      if (changed.length === 0) return refuse({ code: "notice.nothing_changed", field: "choices" });
      await writeChoices(tx, scope, changed, now);
      return ok({
        answer: { changed: changed.length },
        audit: [auditChoices(scope.userId, before, changed, null)],
      });
    },
  });
