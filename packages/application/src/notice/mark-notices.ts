import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { actAsPerson } from "./as-person";

/**
 * Marks the reader's own notifications as read or unread; answers how many were not so before. Ids of others are as
 * good as made up: nothing is marked. What somebody has read is their own business, so the audit trail, which the whole
 * organization reads, says nothing of it. Doing it twice is doing it once.
 */
export const markNotices: Verb<
  z.input<typeof views.markNoticesInput>,
  z.infer<typeof views.markedNotices>
> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "notice.own",
    input: views.markNoticesInput,
    async read(tx, { read, which }) {
      await actAsPerson(tx, scope.userId);
      const { organizationId, userId } = scope;
      const chosen = "ids" in which ? { id: { in: which.ids } } : { createdAt: { lte: which.upTo } };
      const { count } = await tx.notification.updateMany({
        where: { organizationId, userId, ...chosen, readAt: read ? null : { not: null } },
        data: { readAt: read ? deps.clock.now() : null },
      });
      return ok({ marked: count });
    },
  });
