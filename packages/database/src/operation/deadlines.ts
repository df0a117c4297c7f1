import { type DeadlineKind, deadlineKinds } from "@evenshare/domain";
import type { Connections } from "../connection/open";

export interface DueDeadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly milestoneId: string;
  /** The brand, in whose scope it is carried out. */
  readonly organizationId: string;
  readonly dueAt: Date;
  readonly daysBefore: number | null;
}

interface Row {
  id: string;
  kind: string;
  milestone_id: string;
  organization_id: string;
  due_at: Date;
  days_before: number | null;
}

/** Deadlines whose instant has come at `now` (the product's clock), oldest first. Carrying them out settles them. */
export async function findDueDeadlines(
  { app }: Connections,
  now: Date,
  most: number,
): Promise<DueDeadline[]> {
  const { rows } = await app.query<Row>("select * from app.due_deadlines($1, $2)", [now.toISOString(), most]);
  return rows.map((row) => {
    const kind = deadlineKinds.find((known) => known === row.kind);
    if (kind === undefined) throw new Error(`deadline ${row.id} has the unknown kind ${row.kind}`);
    return {
      id: row.id,
      kind,
      milestoneId: row.milestone_id,
      organizationId: row.organization_id,
      dueAt: row.due_at,
      daysBefore: row.days_before,
    };
  });
}
