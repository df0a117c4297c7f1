import type { LedgerCheck, OpenHold, Reconciliation } from "@evenshare/database";
import { decimalAmount } from "@evenshare/domain";
import type { Deps } from "../deps";

type OperatorDeps = Pick<Deps, "database" | "clock" | "settings">;

interface OperatorNews {
  /** Names the event: of one event there is one mail, however often it is told. */
  readonly event: string;
  readonly headline: string;
  readonly lines: readonly string[];
  /** What to do. */
  readonly todo: string;
}

/** Queues a mail to whoever runs the platform; nothing where no address is set. */
async function tellOperator({ database, clock, settings }: OperatorDeps, news: OperatorNews): Promise<void> {
  if (settings.operatorEmail === undefined) return;
  const { event, headline, lines, todo } = news;
  const data = { reason: headline, note: lines.join("\n"), fix: todo };
  await database.tellOperator({ event, email: settings.operatorEmail, data }, clock.now());
}

/** Each hold that stands, and each objection to one that waits for an answer. */
export async function tellOfHolds(deps: OperatorDeps): Promise<void> {
  if (deps.settings.operatorEmail === undefined) return;
  for (const hold of await deps.database.listOpenHolds()) {
    await tellOperator(deps, {
      event: `hold.placed:${hold.id}`,
      headline: "A hold was placed",
      lines: describeHold(hold),
      todo: `Nothing, unless it is wrong: evenshare holds answer ${hold.id} --release --reason "…"`,
    });
    if (hold.appealNote === null) continue;
    await tellOperator(deps, {
      event: `hold.appealed:${hold.id}`,
      headline: "An objection to a hold waits for your answer",
      lines: [...describeHold(hold), `The producer writes: ${hold.appealNote}`],
      todo: `Answer it: evenshare holds answer ${hold.id} --uphold (or --release) --reason "…"`,
    });
  }
}

export async function tellOfReconciliation(deps: OperatorDeps, run: Reconciliation): Promise<void> {
  if (run.ok) return;
  await tellOperator(deps, {
    event: `reconciliation:${run.id}`,
    headline: "The ledger does not agree with the payment provider",
    lines: Object.entries(run.differences).map(([kind, count]) => `${kind}: ${count}`),
    todo: "evenshare reconcile show says of each difference what it is and what to do.",
  });
}

/** One mail a day for the same findings, although they are found again every minute. */
export async function tellOfLedger(deps: OperatorDeps, check: LedgerCheck): Promise<void> {
  if (check.ok) return;
  const lines = check.findings.map(({ invariant, subject, detail }) => `${invariant}, ${subject}: ${detail}`);
  const broken = [...new Set(check.findings.map(({ invariant }) => invariant))].sort();
  await tellOperator(deps, {
    event: `ledger:${check.at.toISOString().slice(0, 10)}:${broken.join(",")}`,
    headline: "The ledger does not add up",
    lines,
    todo: "Stop the workers and run evenshare ledger check, which names the rows.",
  });
}

function describeHold(hold: OpenHold): string[] {
  return [
    `${decimalAmount(hold.amount, hold.currency)} ${hold.currency}, milestone ${hold.milestoneTitle}`,
    `${hold.brandName} and ${hold.producerName}`,
    `${hold.reason}: ${hold.words}`,
    `Placed ${hold.placedAt.toISOString()} by ${hold.ownerName}; next date ${hold.nextAt.toISOString()}`,
  ];
}
