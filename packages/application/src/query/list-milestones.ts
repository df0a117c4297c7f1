import { ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { milestonesOf, partnershipsOf } from "../tenancy";
import type { Verb } from "../verb";
import { loadMilestones } from "./load-milestones";
import { milestoneRow } from "./milestone-row";
import { after, cutPage, type Page, readCursor } from "./page";
import { runQuery } from "./run-query";

/**
 * Milestones, newest first, of one partnership or all of them.
 * A partnership that is not the reader's is refused with `partnership.not_found`.
 */
export const listMilestones: Verb<z.input<typeof views.listMilestonesInput>, Page<views.MilestoneRow>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.listMilestonesInput,
    async read(tx, { partnershipId, states, cursor, limit }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      if (
        partnershipId &&
        (await tx.partnership.count({
          where: { id: partnershipId, ...partnershipsOf(scope.organizationId) },
        })) === 0
      ) {
        return refuse({ code: "partnership.not_found" });
      }
      const found = await tx.milestone.findMany({
        where: {
          ...milestonesOf(scope.organizationId),
          ...(partnershipId ? { partnershipId } : {}),
          ...(states ? { state: { in: states } } : {}),
          ...after(position.value),
        },
        select: { id: true, createdAt: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(found, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      const milestones = await loadMilestones(
        tx,
        scope,
        items.map(({ id }) => id),
      );
      return ok({
        items: milestones.map((milestone) => milestoneRow(milestone, scope.organizationId)),
        nextCursor,
      });
    },
  });
