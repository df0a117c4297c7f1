import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { actAsPerson } from "./as-person";
import { readChoices } from "./choices";
import { readQuietHours } from "./quiet-hours";

const input = z.strictObject({});

/** What the reader wants to hear about for the organization they act for, and when they want quiet. */
export const getNoticePreferences: Verb<z.input<typeof input>, views.NoticePreferences> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "notice.own",
    input,
    async read(tx) {
      await actAsPerson(tx, scope.userId);
      const { name, timeZone } = await tx.organization.findUniqueOrThrow({
        where: { id: scope.organizationId },
      });
      return ok({
        organizationName: name,
        choices: await readChoices(tx, scope),
        quietHours: await readQuietHours(tx, scope.userId, timeZone),
      });
    },
  });
