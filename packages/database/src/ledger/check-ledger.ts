import { z } from "zod";
import type { Connections } from "../connection/open";

const findings = z.array(z.object({ invariant: z.string(), subject: z.string(), detail: z.string() }));
export type LedgerFinding = z.infer<typeof findings>[number];

export interface LedgerCheck {
  readonly at: Date;
  readonly ok: boolean;
  /** The first offending rows by invariant; empty when all is well. */
  readonly findings: readonly LedgerFinding[];
  readonly millis: number;
}

/** In how many shares what lies still is looked at, one share each minute: all of it within the hour. */
const shares = 60;
const minuteMs = 60_000;

/**
 * Checks the invariants now and keeps the result for the health page. With `everything` false it goes on from the
 * checkpoints: whatever moved since the last time, and the share of the rest whose minute it is.
 */
export async function checkLedger(
  { app }: Connections,
  now: Date,
  everything: boolean,
): Promise<LedgerCheck> {
  const share = everything ? null : Math.floor(now.getTime() / minuteMs) % shares;
  const { rows } = await app.query<{ ok: boolean; findings: unknown; millis: number }>(
    "select * from app.record_ledger_check($1, $2, $3)",
    [now.toISOString(), share, shares],
  );
  const row = rows[0];
  if (row === undefined) throw new Error("the ledger check answered nothing");
  return { at: now, ok: row.ok, findings: findings.parse(row.findings), millis: row.millis };
}

/** The latest recorded check, or null before the first. */
export async function readLastLedgerCheck({ app }: Connections): Promise<LedgerCheck | null> {
  const { rows } = await app.query<{ at: Date; ok: boolean; findings: unknown; millis: number }>(
    "select * from app.last_ledger_check()",
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, findings: findings.parse(row.findings) };
}

export interface TrialBalanceLine {
  readonly kind: string;
  readonly currency: string;
  /** In the account's own direction, minor units. */
  readonly balance: bigint;
  /** Debits minus credits; these add up to zero per currency. */
  readonly debitTotal: bigint;
}

/** Every account's total of what was posted before `until`; of everything without it. */
export async function readTrialBalance({ app }: Connections, until?: Date): Promise<TrialBalanceLine[]> {
  const { rows } = await app.query<{ kind: string; currency: string; balance: string; debit_total: string }>(
    "select kind, currency, balance::text, debit_total::text from app.trial_balance($1)",
    [until?.toISOString() ?? null],
  );
  return rows.map((row) => ({
    kind: row.kind,
    currency: row.currency,
    balance: BigInt(row.balance),
    debitTotal: BigInt(row.debit_total),
  }));
}
