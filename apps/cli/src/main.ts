import { openDatabase } from "@evenshare/database";
import { systemClock } from "@evenshare/runtime";
import { readEnvironment } from "./env";
import { platformFee } from "./fee";
import { describeLedger } from "./ledger-check";
import { addMembers } from "./member-add";
import { reconcile } from "./reconcile";
import { printTrialBalance } from "./trial-balance";

const usage = `evenshare: what whoever runs the platform does from a shell

  evenshare ledger check   checks every invariant of the ledger and prints the trial balance;
                           exit code 1 when something does not add up
  evenshare ledger balance [YYYY-MM-DD]
                           prints the trial balance, now or at the end of a day (UTC)
  evenshare reconcile run  compares the ledger with the payment provider and prints what differs;
                           a worker must be running; exit code 1 when something differs
  evenshare reconcile show prints what the latest comparison found
  evenshare fee show       prints what the platform charges on new agreements, and all that was ever set
  evenshare fee set <basis points> [--from YYYY-MM-DD]
                           sets it from a day (UTC) on, today unless given; what was agreed stays
  evenshare member add <organization id> <e-mail>=<role> ...
                           makes people with an account members of an organization;
                           roles: owner, finance, approver, contributor, viewer

DATABASE_URL says which database.`;

async function checkLedger(): Promise<number> {
  const database = openDatabase({ url: readEnvironment().DATABASE_URL });
  try {
    const check = await database.checkLedger(systemClock.now());
    const lines = describeLedger(check, await database.readTrialBalance());
    process.stdout.write(`${lines.join("\n")}\n`);
    return check.ok ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function main([group, verb, ...rest]: readonly string[]): Promise<number> {
  if (group === "ledger" && verb === "check") return checkLedger();
  if (group === "ledger" && verb === "balance") return printTrialBalance(rest);
  if (group === "reconcile" && (verb === "run" || verb === "show")) return reconcile(verb);
  if (group === "fee" && (verb === "show" || verb === "set")) return platformFee(verb, rest);
  if (group === "member" && verb === "add") return addMembers(rest);
  process.stderr.write(`${usage}\n`);
  return group === undefined || group === "help" ? 0 : 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`evenshare: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
