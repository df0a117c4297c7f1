import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import { partnershipsOf } from "../tenancy";
import type { Verb } from "../verb";
import { after, cutPage, type Page, readCursor } from "./page";
import { loadPartnershipRows } from "./partnership-rows";
import { runQuery } from "./run-query";

/** The reader's partnerships, newest first. */
export const listPartnerships: Verb<z.input<typeof views.pageRequest>, Page<views.PartnershipRow>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.pageRequest,
    async read(tx, { cursor, limit }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const found = await tx.partnership.findMany({
        where: { ...partnershipsOf(scope.organizationId), ...after(position.value) },
        select: { id: true, createdAt: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(found, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      const loaded = await loadPartnershipRows(
        tx,
        scope,
        items.map(({ id }) => id),
      );
      return ok({ items: loaded.map(({ row }) => row), nextCursor });
    },
  });
