import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import { authorize, parseInput, type Verb } from "../verb";
import { actAsPerson } from "./as-person";

/**
 * Marks the reader's own notifications as read or unread; answers how many were not so before. Ids of others are as
 * good as made up: nothing is marked. What somebody has read is their own business, so the audit trail, which the whole
 * organization reads, says nothing of it. Doing it twice is doing it once.
 */
export const markNotices: Verb<
  z.input<typeof views.markNoticesInput>,
  z.infer<typeof views.markedNotices>
> = async (deps, scope, raw) => {
  const allowed = authorize(scope, "notice.own");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.markNoticesInput, raw);
  if (!input.ok) return input;
  const { read, which } = input.value;
  const { organizationId, userId } = scope;
  const chosen = "ids" in which ? { id: { in: which.ids } } : { createdAt: { lte: which.upTo } };
  return deps.database.inTenant(organizationId, async (tx) => {
    await actAsPerson(tx, userId);
    const { count } = await tx.notification.updateMany({
      where: { organizationId, userId, ...chosen, readAt: read ? null : { not: null } },
      data: { readAt: read ? deps.clock.now() : null },
    });
    return ok({ marked: count });
  });
};
