import { ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { actAsPerson } from "./as-person";
import { describeQuietHours, readQuietHours } from "./quiet-hours";

const answer = z.object({ quietHours: z.enum(["on", "off"]) });

/**
 * Sets when the person wants no mail that can wait, whatever organization it is about. Mails that already wait are
 * looked at again at once: they go out, or wait by the new hours.
 */
export const saveQuietHours: Verb<z.input<typeof views.saveQuietHoursInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "notice.quiet_hours",
    permission: "notice.own",
    input: views.saveQuietHoursInput,
    answer,
    async carryOut(tx, { quietHours }, now) {
      const { userId } = scope;
      await actAsPerson(tx, userId);
      const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: scope.organizationId } });
      const before = await readQuietHours(tx, userId, timeZone);
      const state = { ...quietHours, days: [...quietHours.days].sort(), updatedAt: now };
      await tx.quietHours.upsert({ where: { userId }, create: { userId, ...state }, update: state });
      await tx.$executeRaw`select app.reconsider_waiting_mails(${now.toISOString()}::timestamptz)`;
      return ok({
        answer: { quietHours: quietHours.enabled ? "on" : "off" },
        audit: [
          {
            action: "notice.quiet_hours",
            subjectType: "person",
            subjectId: userId,
            partnershipId: null,
            before: describeQuietHours(before),
            after: describeQuietHours({ ...quietHours, days: state.days }),
            reason: null,
          },
        ],
      });
    },
  });
