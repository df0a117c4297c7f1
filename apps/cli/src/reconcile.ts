import { randomUUID } from "node:crypto";
import { type Database, openDatabase } from "@evenshare/database";
import { systemClock } from "@evenshare/runtime";
import { readEnvironment } from "./env";
import { describeReconciliation } from "./reconciliation-report";

const shownDifferences = 200;
const lookAgainMs = 500;
/** A first reading of a large account takes minutes; silence of this length means that no worker is there. */
const patienceMs = 10 * 60_000;

/**
 * `evenshare reconcile run`: asks the worker for a comparison, waits for it and prints it. `evenshare reconcile show`: prints
 * the latest. Exit code 0: both sides agree; 1: they do not, or nothing was compared.
 */
export async function reconcile(verb: "run" | "show"): Promise<number> {
  const database = openDatabase({ url: readEnvironment().DATABASE_URL });
  try {
    if (verb === "run" && !(await compareNow(database))) {
      process.stderr.write(
        "evenshare reconcile: nothing was compared: no worker has finished the comparison. It stays asked for; see whether a worker runs and what its log says.\n",
      );
      return 1;
    }
    const run = await database.readLastReconciliation();
    if (run === null) {
      process.stdout.write("Nothing has been compared yet: evenshare reconcile run\n");
      return 1;
    }
    const differences = await database.listReconciliationDifferences(shownDifferences);
    const lines = describeReconciliation(run, await database.readProviderTotals(), differences);
    process.stdout.write(`${lines.join("\n")}\n`);
    return run.ok ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** Whether a comparison was made since it was asked for. */
async function compareNow(database: Database): Promise<boolean> {
  const before = await database.readLastReconciliation();
  await database.askForReconciliation(randomUUID(), systemClock.now());
  const giveUpAt = systemClock.now().getTime() + patienceMs;
  while (systemClock.now().getTime() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    const latest = await database.readLastReconciliation();
    if (latest !== null && latest.id !== before?.id) return true;
  }
  return false;
}
