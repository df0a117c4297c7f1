import { ok, views } from "@evenshare/domain";
import { z } from "zod";
import { getMilestone } from "../../query/get-milestone";
import { defineExport, onePage } from "../table-export";
import { type ReleaseExportRow, releaseColumns } from "./release-columns";

const filter = z.strictObject({ milestoneId: views.id });

/** What was released of one milestone. */
export const releasesTable = defineExport<z.infer<typeof filter>, ReleaseExportRow>({
  name: "releases",
  permission: "partnership.read",
  filter,
  async page(deps, scope, { milestoneId }) {
    const milestone = await getMilestone(deps, scope, { id: milestoneId });
    if (!milestone.ok) return milestone;
    const { releases, money, title } = milestone.value;
    return ok(onePage(releases.map((release) => ({ release, currency: money.currency, milestone: title }))));
  },
  columns: releaseColumns(),
});
