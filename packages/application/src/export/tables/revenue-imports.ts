import type { views } from "@evenshare/domain";
import { z } from "zod";
import { listImports } from "../../revenue/list-imports";
import { at, defineExport, exportPageSize } from "../table-export";

/** The files of sales that were read. */
export const revenueImportsTable = defineExport<Record<string, never>, views.RevenueImportView>({
  name: "revenue-imports",
  permission: "revenue.read",
  filter: z.strictObject({}),
  page: (deps, scope, _wanted, cursor) => listImports(deps, scope, { cursor, limit: exportPageSize }),
  columns: [
    { header: "File", cell: ({ fileName }) => fileName },
    { header: "Source", cell: ({ source }) => source },
    { header: "State", cell: ({ status }) => status },
    { header: "State: reason", cell: ({ problem }) => problem },
    { header: "New", cell: ({ rowsNew }) => rowsNew.toString() },
    { header: "Known", cell: ({ rowsKnown }) => rowsKnown.toString() },
    { header: "Left out", cell: ({ rowsSkipped }) => rowsSkipped.toString() },
    { header: "Faulty", cell: ({ rowsFaulty }) => rowsFaulty.toString() },
    { header: "Started", cell: ({ createdAt }) => at(createdAt) },
    { header: "Started: by", cell: ({ createdBy }) => createdBy },
    { header: "Id", cell: ({ id }) => id },
  ],
});
