import { exportOrganizationAudit, readLogo, setLogo } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { Hono } from "hono";
import { csvDownload } from "../files/csv-download";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { parseInput, RestFailure } from "../server/rest-failure";
import { downloadPolicy } from "../server/security-headers";
import type { Services } from "../services";

/** The organization's trail as a CSV file, and logos: one's own to set, those of partners to look at. */
export function organizationRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get("/audit.csv", async (c) => {
      const scope = await requireMember(c, "organization.audit");
      const filter = parseInput(views.auditFilter, c.req.query());
      const lines = await exportOrganizationAudit(deps, scope, filter);
      if (!lines.ok) throw new RestFailure(lines.failure);
      return csvDownload(c, "audit-log.csv", lines.value);
    })
    .put("/logo", async (c) => {
      const scope = await requireMember(c, "organization.manage");
      const commandKey = parseInput(views.commandKey, c.req.query("commandKey"));
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const stored = await setLogo(deps, scope, { commandKey, bytes });
      if (!stored.ok) throw new RestFailure(stored.failure);
      return c.json(stored.value);
    })
    .get("/:id/logo", async (c) => {
      const scope = await requireMember(c, "team.read");
      const id = views.id.safeParse(c.req.param("id"));
      if (!id.success) throw new RestFailure({ code: "logo.not_found" });
      const logo = await readLogo(deps, scope, { organizationId: id.data });
      if (!logo.ok) throw new RestFailure(logo.failure);
      return c.body(logo.value.bytes, 200, {
        "content-type": logo.value.contentType,
        "content-length": String(logo.value.bytes.length),
        "content-security-policy": downloadPolicy,
        // The address names the content, so what was fetched for it stays right; only this browser may keep it.
        "cache-control": "private, max-age=3600",
      });
    });
}
