import { exportAudit } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { Hono } from "hono";
import { csvDownload } from "../files/csv-download";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

/** The audit trail of one partnership as a CSV file. */
export function auditCsvRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get("/:id/audit.csv", async (c) => {
    const scope = await requireMember(c, "audit.export");
    const id = views.id.safeParse(c.req.param("id"));
    if (!id.success) throw new RestFailure({ code: "partnership.not_found" });
    const lines = await exportAudit(deps, scope, { partnershipId: id.data });
    if (!lines.ok) throw new RestFailure(lines.failure);
    return csvDownload(c, `audit-${id.data}.csv`, lines.value);
  });
}
