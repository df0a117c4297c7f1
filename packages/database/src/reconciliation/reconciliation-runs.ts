import { confirmationToleranceMs, differenceKinds, movementFamilies } from "@evenshare/domain";
import { z } from "zod";
import type { Connections } from "../connection/open";
import { inTransaction } from "../connection/tenant";

export interface BegunReconciliation {
  readonly id: string;
  /** What was written here after this instant is not compared. */
  readonly startedAt: Date;
}

const run = z.object({
  id: z.uuid(),
  started_at: z.date(),
  finished_at: z.date(),
  lines: z.number(),
  matched: z.number(),
  in_flight: z.number(),
  differences: z.partialRecord(z.enum(differenceKinds), z.number()),
  ok: z.boolean(),
  millis: z.number(),
});

/** A comparison of the ledger with the payment provider that was made to its end. */
export interface Reconciliation extends BegunReconciliation {
  readonly finishedAt: Date;
  readonly lines: number;
  readonly matched: number;
  readonly inFlight: number;
  /** How many of each kind. */
  readonly differences: z.infer<typeof run>["differences"];
  readonly ok: boolean;
  /** How long the comparison itself took, without reading the provider. */
  readonly millis: number;
}

/** Begins a comparison, or takes up the one that was begun and not finished. */
export async function beginReconciliation(
  { app }: Connections,
  id: string,
  now: Date,
): Promise<BegunReconciliation> {
  const { rows } = await app.query<{ id: string; started_at: Date }>(
    "select id, started_at from app.begin_reconciliation($1, $2)",
    [id, now.toISOString()],
  );
  const row = rows[0];
  if (row === undefined) throw new Error("the comparison was not begun");
  return { id: row.id, startedAt: row.started_at };
}

/** Every movement there ever was is looked at, which may take longer than any statement of a request. */
const comparisonTimeout = "10min";

/** Compares, keeps what was found line by line, and ends the run. */
export async function finishReconciliation(
  { app }: Connections,
  id: string,
  now: Date,
): Promise<Reconciliation> {
  return inTransaction(app, async (client) => {
    await client.query(`set local statement_timeout = '${comparisonTimeout}'`);
    const { rows } = await client.query("select * from app.finish_reconciliation($1, $2::interval, $3)", [
      id,
      `${confirmationToleranceMs} milliseconds`,
      now.toISOString(),
    ]);
    return { commit: true, value: describeRun(z.tuple([run]).parse(rows)[0]) };
  });
}

/** The latest comparison that was made to its end, or null before the first. */
export async function readLastReconciliation({ app }: Connections): Promise<Reconciliation | null> {
  const { rows } = await app.query("select * from app.last_reconciliation()");
  const [row] = z.array(run).parse(rows);
  return row === undefined ? null : describeRun(row);
}

function describeRun(row: z.infer<typeof run>): Reconciliation {
  const { id, started_at, finished_at, lines, matched, in_flight, differences, ok, millis } = row;
  return {
    id,
    startedAt: started_at,
    finishedAt: finished_at,
    lines,
    matched,
    inFlight: in_flight,
    differences,
    ok,
    millis,
  };
}

/** Whether a comparison is asked for or being made. */
export async function isReconciliationWaiting({ app }: Connections): Promise<boolean> {
  const { rows } = await app.query<{ waits: boolean }>("select app.reconciliation_waits() as waits");
  return rows[0]?.waits === true;
}

/** Asks the worker for a comparison. One that waits already is the same one. */
export async function askForReconciliation({ app }: Connections, id: string, now: Date): Promise<void> {
  await app.query("select app.enqueue_operation($1, 'reconciliation.run', 'platform', null, $2)", [
    id,
    now.toISOString(),
  ]);
}

const difference = z.object({
  difference: z.enum(differenceKinds),
  family: z.enum(movementFamilies),
  operation_id: z.string().nullable(),
  account_id: z.string().nullable(),
  provider_account: z.string().nullable(),
  currency: z.string(),
  provider_currency: z.string().nullable(),
  amount: z.bigint().nullable(),
  fee: z.bigint().nullable(),
  provider_amount: z.bigint().nullable(),
  provider_fee: z.bigint().nullable(),
  transaction_id: z.string().nullable(),
  source_id: z.string().nullable(),
  at: z.date(),
  since: z.date(),
});
/** One difference as the operator needs it: both sides, whose it is, since when it is known. */
export type ReconciliationDifference = z.infer<typeof difference>;

export async function listReconciliationDifferences(
  { app }: Connections,
  most: number,
): Promise<ReconciliationDifference[]> {
  const { rows } = await app.query("select * from app.reconciliation_differences($1)", [most]);
  return z.array(difference).parse(rows);
}

/** What lies at the provider, by three words for it, and what is in flight to or from it. Minor units. */
export interface ProviderTotal {
  readonly account: "platform" | "producers";
  readonly currency: string;
  readonly ledger: bigint;
  readonly movements: bigint;
  readonly told: bigint;
  readonly inFlight: bigint;
}

export async function readProviderTotals({ app }: Connections): Promise<ProviderTotal[]> {
  const { rows } = await app.query<Record<string, string>>(
    `select account, currency, ledger::text, movements::text, told::text, in_flight::text as "inFlight"
     from app.provider_totals()`,
  );
  const total = z.object({
    account: z.enum(["platform", "producers"]),
    currency: z.string(),
    ledger: z.coerce.bigint(),
    movements: z.coerce.bigint(),
    told: z.coerce.bigint(),
    inFlight: z.coerce.bigint(),
  });
  return z.array(total).parse(rows);
}
