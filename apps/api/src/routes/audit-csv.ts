import type { Scope } from "@evenshare/application";
import { csvLine, views } from "@evenshare/domain";
import { Hono } from "hono";
import { attachment } from "../files/file-name";
import { toStream } from "../files/to-stream";

import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import type { Services } from "../services";
import { verbs } from "../trpc/verbs";

const columns = [
  "at",
  "action",
  "actor",
  "actorKind",
  "subject",
  "subjectId",
  "title",
  "reason",
  "before",
  "after",
  "ip",
];
const rowsPerPage = 100;

type Page = Awaited<ReturnType<typeof readPage>>;

/** The audit trail of one partnership as CSV, newest first, page by page while the client reads. */
export function auditCsvRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get("/:id/audit.csv", async (c) => {
    const scope = await requireMember(c, "audit.export");
    const id = views.id.safeParse(c.req.param("id"));
    if (!id.success) throw new RestFailure({ code: "partnership.not_found" });
    const first = await readPage(deps, scope, id.data, null);
    return c.body(toStream(lines(first, (cursor) => readPage(deps, scope, id.data, cursor))), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(`audit-${id.data}.csv`),
    });
  });
}

async function readPage(deps: Services["deps"], scope: Scope, partnershipId: string, cursor: string | null) {
  const page = await verbs.listAudit(deps, scope, { partnershipId, cursor, limit: rowsPerPage });
  if (!page.ok) throw new RestFailure(page.failure);
  return page.value;
}

async function* lines(first: Page, next: (cursor: string) => Promise<Page>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvLine(columns));
  for (let page = first; ; ) {
    yield encoder.encode(page.items.map((row) => csvLine(cellsOf(row))).join(""));
    if (page.nextCursor === null) return;
    page = await next(page.nextCursor);
  }
}

function cellsOf(row: views.AuditRow): string[] {
  return [
    row.at.toISOString(),
    row.action,
    row.actorName,
    row.actorKind,
    row.subjectType,
    row.subjectId,
    row.subjectTitle ?? "",
    row.reason ?? "",
    JSON.stringify(row.before),
    JSON.stringify(row.after),
    row.ip ?? "",
  ];
}
