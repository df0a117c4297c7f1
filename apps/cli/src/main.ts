import { openDatabase } from "@evenshare/database";
import { systemClock } from "@evenshare/runtime";
import { readEnvironment } from "./env";
import { platformFee } from "./fee";
import { answerOne, listHolds } from "./holds";
import { describeLedger } from "./ledger-check";
import { addMembers } from "./member-add";
import { reconcile } from "./reconcile";
import { previewFromFiles } from "./statement/preview";
import { printTrialBalance } from "./trial-balance";

const usage = `evenshare: what whoever runs the platform does from a shell

  evenshare ledger check   checks every invariant of the ledger and prints the trial balance;
                           exit code 1 when something does not add up
  evenshare ledger balance [YYYY-MM-DD]
                           prints the trial balance, now or at the end of a day (UTC)
  evenshare reconcile run  compares the ledger with the payment provider and prints what differs;
                           a worker must be running; exit code 1 when something differs
  evenshare reconcile show prints what the latest comparison found
  evenshare holds          lists every hold that stands: what, why, by whom, its next date, the objection
  evenshare holds answer <id> --uphold|--release --reason "…"
                           answers an objection, or ends a hold; both sides read the reason, no money moves
  evenshare fee show       prints what the platform charges on new agreements, and all that was ever set
  evenshare fee set <basis points> [--from YYYY-MM-DD]
                           sets it from a day (UTC) on, today unless given; what was agreed stays
  evenshare statement preview --terms terms.json --events events.csv [--events more.csv ...]
                           --period 2010-12 [--through 2011-02] [--format json|table]
                           computes statements from files, without a database: tries a deal before it is
                           signed, or any statement again; exit code 2 and every fault on bad input
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

type Command = (rest: readonly string[]) => number | Promise<number>;

/** Every command by its words; answers the exit code. */
const commands: Readonly<Record<string, Command>> = {
  "ledger check": checkLedger,
  "ledger balance": printTrialBalance,
  "reconcile run": () => reconcile("run"),
  "reconcile show": () => reconcile("show"),
  "holds answer": answerOne,
  "fee show": (rest) => platformFee("show", rest),
  "fee set": (rest) => platformFee("set", rest),
  "statement preview": previewFromFiles,
  "member add": addMembers,
};

async function main(words: readonly string[]): Promise<number> {
  const [group, verb, ...rest] = words;
  if (group === "holds" && verb === undefined) return listHolds();
  const name = `${group} ${verb}`;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command(rest);
  process.stderr.write(`${usage}\n`);
  return group === undefined || group === "help" ? 0 : 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`evenshare: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
