import type { Connections } from "../connection/open";

/** A request for a second person that nobody decided about in time, and whose it is. */
export interface DueApproval {
  readonly id: string;
  readonly organizationId: string;
}

/** Requests whose last instant has come at `now` (the product's clock), oldest first. */
export async function findDueApprovals(
  { app }: Connections,
  now: Date,
  most: number,
): Promise<DueApproval[]> {
  const { rows } = await app.query<{ id: string; organization_id: string }>(
    "select * from app.due_approvals($1, $2)",
    [now.toISOString(), most],
  );
  return rows.map(({ id, organization_id: organizationId }) => ({ id, organizationId }));
}
