import { ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { type Page, readCounterCursor, writeCounterCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

/** What is wrong with the rows that an import did not take, in the order of the file. */
export const listFaults: Verb<z.input<typeof views.listRevenueFaultsInput>, Page<views.RevenueFaultView>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "revenue.read",
    input: views.listRevenueFaultsInput,
    async read(tx, { importId, cursor, limit }) {
      const { organizationId } = scope;
      const after = readCounterCursor(cursor);
      if (!after.ok) return after;
      const known = await tx.revenueImport.findUnique({ where: { id: importId, organizationId } });
      if (known === null) return refuse({ code: "revenue_import.not_found" });
      const rows = await tx.revenueFault.findMany({
        where: { importId, organizationId, position: { gt: Number(after.value ?? 0n) } },
        orderBy: { position: "asc" },
        take: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return ok({
        items: shown.map(({ line, column, what }) => ({ line, column, what })),
        nextCursor: rows.length > limit && last ? writeCounterCursor(BigInt(last.position)) : null,
      });
    },
  });
