import { currencyCode, ok, views } from "@evenshare/domain";
import type { z } from "zod";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";
import { counterpartyOf, loadPartnerships } from "./load-partnerships";
import { describeRelease } from "./milestone-details";
import { betweenDays, readTimeZone } from "./money-log";
import { after, cutPage, type Page, readCursor } from "./page";
import { runQuery } from "./run-query";

/** Everything that was released, of all milestones, newest first, with where each amount is now. */
export const listReleases: Verb<z.input<typeof views.listMoneyLogInput>, Page<views.ReleaseLogRow>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.listMoneyLogInput,
    async read(tx, { cursor, limit, partnerId, ...days }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const own = milestonesOf(scope.organizationId);
      const rows = await tx.release.findMany({
        where: {
          milestone: partnerId ? { AND: [own, milestonesOf(partnerId)] } : own,
          createdAt: betweenDays(days, await readTimeZone(tx, scope)),
          ...after(position.value),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        include: { milestone: true, transfers: true, payoutLines: { include: { payout: true } } },
      });
      const { items, nextCursor } = cutPage(rows, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      const partnerships = await loadPartnerships(
        tx,
        scope,
        items.map(({ partnershipId }) => partnershipId),
      );
      const releases = items.map((release): views.ReleaseLogRow => {
        const partnership = partnerships.get(release.partnershipId);
        if (partnership === undefined) throw new Error(`release ${release.id} has no partnership`);
        return {
          ...describeRelease(release),
          currency: currencyCode.parse(release.currency),
          milestoneId: release.milestoneId,
          milestoneTitle: release.milestone.title,
          counterparty: counterpartyOf(partnership, scope.organizationId),
        };
      });
      return ok({ items: releases, nextCursor });
    },
  });
