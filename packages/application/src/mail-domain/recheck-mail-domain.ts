import type { DueMailDomain } from "@evenshare/database";
import { applyRecord } from "../command/apply-record";
import type { SenderDeps } from "../deps";
import { lookUpRecords } from "./look-up-records";
import { keysOf, readMailDomain } from "./stored-mail-domain";
import { writeCheck } from "./write-check";

/**
 * Looks a verified domain up again. When its records are gone it is lost: mails come from the platform again, and its
 * owners are told once, however many workers look at the same time.
 */
export async function recheckMailDomain(
  deps: SenderDeps,
  { id, organizationId }: DueMailDomain,
): Promise<void> {
  const row = await deps.database.inTenant(organizationId, (tx) => readMailDomain(tx, organizationId));
  if (row === null || row.id !== id || row.status !== "verified") return;
  const findings = await lookUpRecords(deps.dns, keysOf(row, deps.senderSettings.spf));
  const now = deps.clock.now();
  const actor = {
    kind: "clock",
    userId: null,
    name: "Evenshare, by the clock",
    organizationId,
    ip: null,
    requestId: null,
  } as const;
  await deps.database.inTenant(organizationId, async (tx) => {
    const written = await writeCheck(deps, tx, { id, organizationId }, findings, now);
    if (!written.ok || written.value.before === written.value.after) return;
    await applyRecord(tx, actor, written.value.record, null, now);
  });
}
