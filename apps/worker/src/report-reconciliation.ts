import { tellOfReconciliation, type WorkerDeps } from "@evenshare/application";
import type { Log } from "@evenshare/runtime";

/** Says what the comparison with the payment provider came to; a difference is an alarm, and a mail to the operator. */
export async function reportReconciliation(deps: WorkerDeps, log: Log): Promise<void> {
  const run = await deps.database.readLastReconciliation();
  if (run === null) return;
  const { ok, lines, matched, inFlight, differences, millis } = run;
  const facts = { lines, matched, inFlight, millis };
  if (ok) log.info(facts, "the ledger agrees with the payment provider");
  else log.error({ ...facts, differences }, "ALARM: the ledger does not agree with the payment provider");
  await tellOfReconciliation(deps, run);
}
