import { type OperationKind, operationKinds } from "@evenshare/domain";
import type { Connections } from "../connection/open";

/** Work that one worker holds a lease on. */
export interface ClaimedOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly subjectId: string;
  readonly organizationId: string | null;
  /** Counts from 1. */
  readonly attempts: number;
  readonly leaseId: string;
}

/** How a handler ended: through, later again, or given up with a reason that operations must look at. */
export type OperationOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "again"; readonly afterMs: number; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

interface ClaimRow {
  id: string;
  kind: string;
  subject_id: string;
  organization_id: string | null;
  attempts: number;
  lease_id: string;
}

/** Leases one operation for `leaseSeconds` of the database's time. Null: not due, done, or somebody else has it. */
export async function claimOperation(
  { app }: Connections,
  id: string,
  leaseSeconds: number,
): Promise<ClaimedOperation | null> {
  const { rows } = await app.query<ClaimRow>("select * from app.claim_operation($1, $2)", [id, leaseSeconds]);
  const row = rows[0];
  if (row === undefined) return null;
  const kind = operationKinds.find((known) => known === row.kind);
  if (kind === undefined) throw new Error(`operation ${row.id} has the unknown kind ${row.kind}`);
  return {
    id: row.id,
    kind,
    subjectId: row.subject_id,
    organizationId: row.organization_id,
    attempts: row.attempts,
    leaseId: row.lease_id,
  };
}

/** Keeps the lease for `leaseSeconds` from now. False: it had run out and somebody else took over. */
export async function renewLease(
  { app }: Connections,
  { id, leaseId }: ClaimedOperation,
  leaseSeconds: number,
): Promise<boolean> {
  const { rows } = await app.query<{ renewed: boolean }>("select app.renew_lease($1, $2, $3) as renewed", [
    id,
    leaseId,
    leaseSeconds,
  ]);
  return rows[0]?.renewed ?? false;
}

/** Ends the lease. False: the lease had run out and somebody else took over, so nothing was written. */
export async function finishOperation(
  { app }: Connections,
  operation: ClaimedOperation,
  outcome: OperationOutcome,
  now: Date,
): Promise<boolean> {
  const status = outcome.kind === "again" ? "pending" : outcome.kind;
  const { rows } = await app.query<{ finished: boolean }>(
    "select app.finish_operation($1, $2, $3, $4, $5, $6) as finished",
    [
      operation.id,
      operation.leaseId,
      status,
      outcome.kind === "again" ? outcome.afterMs : 0,
      outcome.kind === "done" ? null : outcome.reason,
      now.toISOString(),
    ],
  );
  return rows[0]?.finished === true;
}

/** Ids of operations that are due and that nobody works on. */
export async function findDueOperations({ app }: Connections, most: number): Promise<string[]> {
  const { rows } = await app.query<{ id: string }>("select id from app.due_operations($1)", [most]);
  return rows.map(({ id }) => id);
}

/** Takes waiting operations of one kind and organization up again at once. Returns how many. */
export async function hastenOperations(
  { app }: Connections,
  kind: OperationKind,
  organizationId: string,
): Promise<number> {
  const { rows } = await app.query<{ count: number }>("select app.hasten_operations($1, $2) as count", [
    kind,
    organizationId,
  ]);
  return rows[0]?.count ?? 0;
}
