import { csvLine, ok, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { partnershipsOf } from "../tenancy";
import type { Verb } from "../verb";
import { describeAuditEvents } from "./audit-rows";
import { runQuery } from "./run-query";

const input = z.strictObject({ partnershipId: views.id });

const rowsPerRead = 500;

/**
 * The columns of the export.
 * - `at`: ISO 8601 in UTC
 * - `actor`, `actor_kind`: who; a person, the clock, the payment provider or an operator
 * - `action`, `subject_type`, `subject_id`, `subject_title`: what was done to what; the title is today's
 * - `reason`: where one was given
 * - `before`, `after`: what changed, as JSON; amounts in minor units
 * - `ip`: where the request came from, for people of the exporting organization
 * - `id`: of the event, so that two exports can be compared
 */
export const auditColumns = [
  "at",
  "actor",
  "actor_kind",
  "action",
  "subject_type",
  "subject_id",
  "subject_title",
  "reason",
  "before",
  "after",
  "ip",
  "id",
];

/**
 * The whole audit trail of one partnership as lines of CSV (RFC 4180, no cell opens as a formula), oldest first, read
 * piece by piece as the lines are taken. What is written after the export began is not in it.
 * Refused with `partnership.not_found`.
 */
export const exportAudit: Verb<z.input<typeof input>, AsyncGenerator<string>> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "audit.export",
    input,
    async read(tx, { partnershipId }): Promise<Result<AsyncGenerator<string>>> {
      if (
        (await tx.partnership.count({
          where: { id: partnershipId, ...partnershipsOf(scope.organizationId) },
        })) === 0
      ) {
        return refuse({ code: "partnership.not_found" });
      }
      const { _max } = await tx.auditEvent.aggregate({ where: { partnershipId }, _max: { position: true } });
      return ok(writeLines(deps, scope, partnershipId, _max.position ?? 0n));
    },
  });

async function* writeLines(
  deps: Deps,
  scope: Scope,
  partnershipId: string,
  last: bigint,
): AsyncGenerator<string> {
  yield csvLine(auditColumns);
  for (let read = 0n; read < last; ) {
    const { rows, position } = await readRows(deps, scope, partnershipId, read, last);
    for (const row of rows) yield csvLine(auditCells(row));
    read = position;
  }
}

async function readRows(deps: Deps, scope: Scope, partnershipId: string, from: bigint, last: bigint) {
  return deps.database.inTenant(scope.organizationId, async (tx) => {
    const events = await tx.auditEvent.findMany({
      where: { partnershipId, position: { gt: from, lte: last } },
      orderBy: { position: "asc" },
      take: rowsPerRead,
    });
    const rows = await describeAuditEvents(tx, scope.organizationId, partnershipId, events);
    return { rows, position: events.at(-1)?.position ?? last };
  });
}

/** The cells of one line, in the order of the columns. */
export function auditCells(row: views.AuditRow): (string | null)[] {
  return [
    row.at.toISOString(),
    row.actorName,
    row.actorKind,
    row.action,
    row.subjectType,
    row.subjectId,
    row.subjectTitle,
    row.reason,
    JSON.stringify(row.before),
    JSON.stringify(row.after),
    row.ip,
    row.id,
  ];
}
