import { approvalToWire, type TenantTransaction } from "@evenshare/database";
import { followApproval, lapseOf, lapseRequest } from "@evenshare/domain";
import { applyRecord } from "../command/apply-record";
import { actorOf } from "../command/run-command";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { lockRequest } from "./lock-request";

/**
 * Ends the waiting requests of somebody who has left or may not do any more what they asked for. Called once the
 * membership is changed: whatever that person had begun is committed or refused by then, and nobody who holds a
 * milestone waits for us.
 */
export async function endRequestsOf(
  deps: Pick<Deps, "newId">,
  scope: Scope,
  tx: TenantTransaction,
  makerUserId: string,
  now: Date,
): Promise<void> {
  const { organizationId } = scope;
  const waiting = await tx.approvalRequest.findMany({
    where: { organizationId, makerUserId, status: "waiting" },
    select: { id: true },
    // One order for everybody who locks several.
    orderBy: [{ milestoneId: "asc" }, { id: "asc" }],
  });
  for (const { id } of waiting) {
    const locked = await lockRequest(deps, tx, organizationId, id, now);
    if (!locked.ok) continue;
    const { request, scene } = locked.value;
    const reason = followApproval(request.status, "void").ok ? lapseOf(request, scene) : null;
    if (reason === null) continue;
    const change = approvalToWire(organizationId, lapseRequest(request, reason, scene));
    await applyRecord(tx, actorOf(scope), change, null, now);
  }
}
