import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { after, cutPage, type Page, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const status = z.enum(views.revenueImportStates);
const withNames = { file: true, source: true } as const;
const wanted = z.strictObject({ id: views.id });

/** The imports of a brand, newest first. */
export const listImports: Verb<z.input<typeof views.pageRequest>, Page<views.RevenueImportView>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "revenue.read",
    input: views.pageRequest,
    async read(tx, { cursor, limit }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const rows = await tx.revenueImport.findMany({
        where: { organizationId: scope.organizationId, ...after(position.value) },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        include: withNames,
      });
      const { items, nextCursor } = cutPage(rows, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      return ok({ items: items.map(describe), nextCursor });
    },
  });

/** One import, as far as it is. Refused with `revenue_import.not_found`. */
export const getImport: Verb<z.input<typeof wanted>, views.RevenueImportView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "revenue.read",
    input: wanted,
    async read(tx, { id }) {
      const row = await tx.revenueImport.findUnique({
        where: { id, organizationId: scope.organizationId },
        include: withNames,
      });
      return row === null ? refuse({ code: "revenue_import.not_found" }) : ok(describe(row));
    },
  });

interface ImportRow
  extends Omit<
    views.RevenueImportView,
    "fileName" | "source" | "status" | "bytesTotal" | "bytesRead" | "createdBy" | "revertedBy"
  > {
  readonly file: { readonly name: string };
  readonly source: { readonly name: string };
  readonly status: string;
  readonly bytesTotal: bigint;
  readonly bytesRead: bigint;
  readonly createdByName: string;
  readonly revertedByName: string | null;
}

function describe(row: ImportRow): views.RevenueImportView {
  return {
    id: row.id,
    fileName: row.file.name,
    source: row.source.name,
    status: status.parse(row.status),
    bytesTotal: Number(row.bytesTotal),
    bytesRead: Number(row.bytesRead),
    rowsRead: row.rowsRead,
    rowsNew: row.rowsNew,
    rowsKnown: row.rowsKnown,
    rowsSkipped: row.rowsSkipped,
    rowsFaulty: row.rowsFaulty,
    problem: row.problem,
    createdAt: row.createdAt,
    createdBy: row.createdByName,
    finishedAt: row.finishedAt,
    revertedAt: row.revertedAt,
    revertedBy: row.revertedByName,
  };
}
