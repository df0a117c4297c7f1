import { views } from "@evenshare/domain";
import { z } from "zod";
import { listFaults } from "../../revenue/list-faults";
import { defineExport, exportPageSize } from "../table-export";

const filter = z.strictObject({ importId: views.id });

/** The rows of a file that were not taken, and why. */
export const revenueFaultsTable = defineExport<z.infer<typeof filter>, views.RevenueFaultView>({
  name: "revenue-faults",
  permission: "revenue.read",
  filter,
  page: (deps, scope, wanted, cursor) =>
    listFaults(deps, scope, { ...wanted, cursor, limit: exportPageSize }),
  columns: [
    { header: "Line", cell: ({ line }) => line.toString() },
    { header: "Column", cell: ({ column }) => column },
    { header: "What is wrong", cell: ({ what }) => what },
  ],
});
