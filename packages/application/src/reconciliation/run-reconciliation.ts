import type { OperationOutcome } from "@evenshare/database";
import type { Deps } from "../deps";
import { readAccountMovements } from "./read-account-movements";

/** Fetched within the lease of an operation; what is left goes on in the next round. */
const pagesOfRound = 100;
const unreachableMs = 60_000;

/**
 * Compares the ledger with the payment provider: reads what is new on every account, then lays both sides beside each
 * other. Begun once and gone on with until it is through; doing it again reads and writes nothing twice.
 */
export async function runReconciliation(deps: Deps): Promise<OperationOutcome> {
  const { database, clock } = deps;
  const run = await database.beginReconciliation(deps.newId(), clock.now());
  const budget = { pages: pagesOfRound };
  for (const account of await database.listAccountsToRead()) {
    if (account.completeAt !== null && account.completeAt > run.startedAt) continue;
    const reading = await readAccountMovements(deps, account, budget);
    if (reading.kind === "unfinished") {
      return { kind: "again", afterMs: 0, reason: "there is more to read at the payment provider" };
    }
    if (reading.kind === "unreachable") {
      return { kind: "again", afterMs: unreachableMs, reason: `${account.accountId}: ${reading.reason}` };
    }
  }
  await database.finishReconciliation(run.id, clock.now());
  return { kind: "done" };
}
