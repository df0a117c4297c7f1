import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import { after, cutPage, type Page, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import { sharesOf } from "../tenancy";
import type { Verb } from "../verb";
import { describeShareRow } from "./describe-share";
import { loadShares } from "./load-share";

/** The revenue-share agreements of the reader's organization, newest first; of one partnership, where one is named. */
export const listShares: Verb<z.input<typeof views.listSharesInput>, Page<views.ShareRow>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.listSharesInput,
    async read(tx, { cursor, limit, partnershipId }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const { organizationId } = scope;
      const found = await tx.shareAgreement.findMany({
        where: {
          AND: [
            sharesOf(organizationId),
            partnershipId === undefined ? {} : { parties: { some: { partnershipId } } },
            after(position.value),
          ],
        },
        select: { id: true, createdAt: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(found, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      const ids = items.map(({ id }) => id);
      const shares = await loadShares(tx, organizationId, ids);
      const rows = ids.flatMap((id) => {
        const share = shares.get(id);
        return share === undefined ? [] : [describeShareRow(share, scope)];
      });
      return ok({ items: rows, nextCursor });
    },
  });
