import { ok, views } from "@evenshare/domain";
import { listReleases } from "../../query/list-releases";
import { defineExport, exportPageSize } from "../table-export";
import { type ReleaseExportRow, releaseColumns } from "./release-columns";

interface Row extends ReleaseExportRow {
  readonly partner: string;
}

/** What was released of all milestones. */
export const releaseLogTable = defineExport<views.MoneyLogFilter, Row>({
  name: "release-log",
  permission: "partnership.read",
  filter: views.moneyLogFilter,
  async page(deps, scope, wanted, cursor) {
    const listed = await listReleases(deps, scope, { ...wanted, cursor, limit: exportPageSize });
    if (!listed.ok) return listed;
    const { items, nextCursor } = listed.value;
    return ok({
      items: items.map((release) => ({
        release,
        currency: release.currency,
        milestone: release.milestoneTitle,
        partner: release.counterparty.name,
      })),
      nextCursor,
    });
  },
  columns: releaseColumns({ header: "Milestone: partner", cell: ({ partner }) => partner }),
});
