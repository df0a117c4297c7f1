import { Prisma } from "@evenshare/database";
import type { views } from "@evenshare/domain";
import { betweenDays } from "../query/money-log";

/** The lines that count and that a filter leaves, as a condition on `revenue_line l` joined with its source `s`. */
export function linesUnder(
  organizationId: string,
  { from, to, item, source, importId }: views.RevenueFilter,
  timeZone: string,
): Prisma.Sql {
  const { gte, lt } = betweenDays({ from, to }, timeZone);
  return Prisma.join(
    [
      Prisma.sql`l.organization_id = ${organizationId}::uuid`,
      Prisma.sql`exists (select 1 from revenue_import i where i.id = l.import_id and i.status = 'done')`,
      ...(gte ? [Prisma.sql`l.occurred_at >= ${gte.toISOString()}::timestamptz`] : []),
      ...(lt ? [Prisma.sql`l.occurred_at < ${lt.toISOString()}::timestamptz`] : []),
      ...(item ? [Prisma.sql`l.item = ${item}`] : []),
      ...(source ? [Prisma.sql`s.name = ${source}`] : []),
      ...(importId ? [Prisma.sql`l.import_id = ${importId}::uuid`] : []),
    ],
    " and ",
  );
}
