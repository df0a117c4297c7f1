import { carryOutOperation, type WorkerDeps } from "@evenshare/application";
import type { OperationOutcome } from "@evenshare/database";
import type { Log } from "@evenshare/runtime";
import { reportReconciliation } from "./report-reconciliation";

const firstRetryMs = 500;
const longestRetryMs = 30_000;
/** From this attempt on, a failing operation is reported as an error: somebody should look. */
const alarmingAttempts = 8;

/**
 * Carries out one operation if it is due and nobody else has it. Whatever is thrown is kept as the reason and tried
 * again, with growing pauses: money is never given up because of an error nobody foresaw. A worker that dies gives its
 * operation back after `leaseSeconds` of the database's time.
 */
export async function runOperation(
  deps: WorkerDeps,
  log: Log,
  id: string,
  leaseSeconds: number,
): Promise<void> {
  const operation = await deps.database.claimOperation(id, leaseSeconds);
  if (operation === null) return;
  await deps.passFaultPoint("job_picked");
  const outcome = await attempt();
  await deps.passFaultPoint("stored_not_acknowledged");
  await deps.database.finishOperation(operation, outcome, deps.clock.now());
  report();
  if (operation.kind === "reconciliation.run" && outcome.kind === "done")
    await reportReconciliation(deps, log);

  async function attempt(): Promise<OperationOutcome> {
    if (operation === null) return { kind: "done" };
    try {
      return await carryOutOperation(deps, operation);
    } catch (error) {
      const afterMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(operation.attempts, 10));
      return { kind: "again", afterMs, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  function report(): void {
    if (operation === null || outcome.kind === "done") return;
    const facts = {
      operation: operation.id,
      kind: operation.kind,
      attempts: operation.attempts,
      reason: outcome.reason,
    };
    if (outcome.kind === "failed") log.error(facts, "ALARM: an operation failed for good");
    else if (isAlarming(outcome.reason))
      log.error(facts, "ALARM: the payment provider cannot be used as configured");
    else if (operation.attempts >= alarmingAttempts) log.warn(facts, "an operation keeps being put off");
    else log.debug(facts, "an operation is put off");
  }
}

/** The payment gateway marks what no waiting will mend. */
function isAlarming(reason: string): boolean {
  return reason.startsWith("Configuration error") || reason.includes("alarm");
}
