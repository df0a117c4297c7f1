import { approvalToWire, type DueApproval } from "@evenshare/database";
import { expireRequest } from "@evenshare/domain";
import { applyRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import { lockRequest } from "./lock-request";

/** Ends a request nobody decided about in time. Several workers, or one after a crash, end it once. */
export async function expireApproval(deps: Deps, { id, organizationId }: DueApproval): Promise<void> {
  const now = deps.clock.now();
  await deps.database.inTenant(organizationId, async (tx) => {
    const locked = await lockRequest(deps, tx, organizationId, id, now);
    if (!locked.ok) return;
    const change = expireRequest(locked.value.request, locked.value.scene);
    if (change === null) return;
    const actor = {
      kind: "clock",
      userId: null,
      name: "Evenshare, by the clock",
      organizationId,
      ip: null,
      requestId: null,
    } as const;
    await applyRecord(tx, actor, approvalToWire(organizationId, change), null, now);
  });
}
