import { exportAudit } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { Hono } from "hono";
import { attachment } from "../files/file-name";
import { toStream } from "../files/to-stream";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import { downloadPolicy } from "../server/security-headers";
import type { Services } from "../services";

/** The audit trail of one partnership as a CSV file, written while the client reads. */
export function auditCsvRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get("/:id/audit.csv", async (c) => {
    const scope = await requireMember(c, "audit.export");
    const id = views.id.safeParse(c.req.param("id"));
    if (!id.success) throw new RestFailure({ code: "partnership.not_found" });
    const lines = await exportAudit(deps, scope, { partnershipId: id.data });
    if (!lines.ok) throw new RestFailure(lines.failure);
    return c.body(toStream(encode(lines.value)), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(`audit-${id.data}.csv`),
      "content-security-policy": downloadPolicy,
    });
  });
}

async function* encode(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
