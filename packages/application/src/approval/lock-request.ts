import type { TenantTransaction } from "@evenshare/database";
import { type ApprovalScene, ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import { type StoredRequest, toRequest } from "./approval-record";
import { readScene } from "./read-scene";

export interface LockedRequest {
  readonly request: StoredRequest;
  readonly scene: ApprovalScene;
}

/** A request of the organization, as it stands. Refused with `approval.not_found`. */
export async function findRequest(tx: TenantTransaction, organizationId: string, id: string) {
  const row = await tx.approvalRequest.findFirst({ where: { id, organizationId } });
  return row === null ? refuse({ code: "approval.not_found" }) : ok(row);
}

/**
 * A request with everything that could settle it held off until the end of the transaction: first what it is about is
 * locked, as everybody does who decides, then the request is read.
 */
export async function lockRequest(
  deps: Pick<Deps, "newId">,
  tx: TenantTransaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<Result<LockedRequest>> {
  const found = await findRequest(tx, organizationId, id);
  if (!found.ok) return found;
  const { milestoneId } = found.value;
  if (milestoneId === null) await lockLimits(tx, organizationId);
  else await tx.$queryRaw`select 1 from milestone where id = ${milestoneId}::uuid for update`;
  const row = await tx.approvalRequest.findUniqueOrThrow({ where: { id } });
  return ok({
    request: toRequest(row),
    scene: await readScene(deps, tx, organizationId, milestoneId, now),
  });
}

/** One at a time changes the limits of an organization. */
export async function lockLimits(tx: TenantTransaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('approval_limit ' || ${organizationId}, 0))`;
}
