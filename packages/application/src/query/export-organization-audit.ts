import type { Prisma } from "@evenshare/database";
import { csvLine, ok, type Result, views } from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import type { Verb } from "../verb";
import { auditCells, auditColumns } from "./export-audit";
import { describeOwnEvents, ownEvents } from "./organization-audit";
import { runQuery } from "./run-query";

const rowsPerRead = 500;

/**
 * The organization's own trail, narrowed like the page, as lines of CSV, oldest first: the columns of a partnership's
 * export, and the partnership. No cell opens as a formula. What is written after the export began is not in it.
 */
export const exportOrganizationAudit: Verb<z.input<typeof views.auditFilter>, AsyncGenerator<string>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "organization.audit",
    input: views.auditFilter,
    async read(tx, filter): Promise<Result<AsyncGenerator<string>>> {
      const where = await ownEvents(tx, scope.organizationId, filter);
      if (!where.ok) return where;
      const { _max } = await tx.auditEvent.aggregate({ where: where.value, _max: { position: true } });
      return ok(writeLines(deps, scope, where.value, _max.position ?? 0n));
    },
  });

async function* writeLines(
  deps: Deps,
  scope: Scope,
  where: Prisma.AuditEventWhereInput,
  last: bigint,
): AsyncGenerator<string> {
  yield csvLine([...auditColumns, "partnership_id", "partnership_title"]);
  for (let read = 0n; read < last; ) {
    const { rows, position } = await readRows(deps, scope, where, read, last);
    for (const row of rows) yield csvLine([...auditCells(row), row.partnershipId, row.partnershipTitle]);
    read = position;
  }
}

async function readRows(
  deps: Deps,
  scope: Scope,
  where: Prisma.AuditEventWhereInput,
  from: bigint,
  last: bigint,
) {
  return deps.database.inTenant(scope.organizationId, async (tx) => {
    const events = await tx.auditEvent.findMany({
      where: { ...where, position: { gt: from, lte: last } },
      orderBy: { position: "asc" },
      take: rowsPerRead,
    });
    const rows = await describeOwnEvents(tx, scope.organizationId, events);
    return { rows, position: events.at(-1)?.position ?? last };
  });
}
