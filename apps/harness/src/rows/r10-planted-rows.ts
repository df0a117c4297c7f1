import type pg from "pg";
import { z } from "zod";

/** A bad row of one invariant, written past triggers and functions, and by which names it may be found. */
interface PlantedRow {
  readonly what: string;
  readonly invariant: string;
  readonly sql: string;
}

const oldEntry = "(select id from ledger_entry where kind = 'payout.paid' order by seq limit 1)";
const anAccount = (kind: string) =>
  `(select id from ledger_account where kind = '${kind}' order by id limit 1)`;
const newEntry = (lines: string) => `
  with entry as (insert into ledger_entry (id, kind, source_key, at)
    values (gen_random_uuid(), 'planted', gen_random_uuid(), now()) returning id)
  insert into ledger_posting (entry_id, position, account_id, amount)
  select entry.id, line.position, line.account, line.amount from entry, (values ${lines}) as line (position, account, amount)`;

/** At least one for every invariant. */
export const plantedRows: readonly PlantedRow[] = [
  {
    what: "an entry that does not balance",
    invariant: "entries_sum_to_zero",
    sql: newEntry(`(1, ${anAccount("provider_platform")}, 100), (2, ${anAccount("platform_fees")}, -99)`),
  },
  {
    what: "an entry without postings",
    invariant: "entries_have_postings",
    sql: "insert into ledger_entry (id, kind, source_key, at) values (gen_random_uuid(), 'planted', 'planted', now())",
  },
  {
    what: "an old posting changed by one",
    invariant: "closed_postings_unchanged",
    sql: `update ledger_posting set amount = amount + 1 where entry_id = ${oldEntry} and position = 1`,
  },
  {
    what: "two old postings changed so that their entry still balances",
    invariant: "closed_postings_unchanged",
    sql: `update ledger_posting set amount = amount + case position when 1 then 1 else -1 end where entry_id = ${oldEntry}`,
  },
  {
    what: "an old posting moved to another account",
    invariant: "closed_postings_unchanged",
    sql: `update ledger_posting set account_id = ${anAccount("platform_fees")} where entry_id = ${oldEntry} and position = 1`,
  },
  {
    what: "an old entry without its postings",
    invariant: "closed_postings_unchanged",
    sql: `delete from ledger_posting where entry_id = ${oldEntry}`,
  },
  {
    what: "a checkpoint that was changed",
    invariant: "currencies_sum_to_zero",
    sql: `update ledger_checkpoint set total = total + 1 where account_id = ${anAccount("provider_platform")}`,
  },
  {
    what: "a stored balance that is too high",
    invariant: "balance_is_sum_of_postings",
    sql: `update ledger_balance set balance = balance + 1 where account_id = ${anAccount("milestone_held")}`,
  },
  {
    what: "a new entry that no balance follows",
    invariant: "balance_is_sum_of_postings",
    sql: newEntry(`(1, ${anAccount("provider_platform")}, 100), (2, ${anAccount("milestone_held")}, -100)`),
  },
  {
    what: "a guarded account below zero",
    invariant: "never_negative",
    sql: `alter table ledger_balance drop constraint balance_never_negative;
      update ledger_balance set balance = -1 where account_id = ${anAccount("milestone_fee_held")}`,
  },
  {
    what: "a funding larger than what came in",
    invariant: "milestone_adds_up",
    sql: "update funding set amount = amount + 1 where id = (select id from funding limit 1)",
  },
  {
    what: "a payment written down as the repayment of a debt that nobody has",
    invariant: "owed_is_returns_unpaid",
    sql: "update funding set purpose = 'repayment' where id = (select id from funding where status = 'succeeded' limit 1)",
  },
  {
    what: "a confirmed transfer opened again",
    invariant: "in_flight_is_open_transfers",
    sql: "update transfer set status = 'pending' where id = (select id from transfer limit 1)",
  },
  {
    what: "a transfer smaller than its release",
    invariant: "release_is_its_transfers",
    sql: "update transfer set amount = amount - 1 where id = (select id from transfer limit 1)",
  },
  {
    what: "a producer who is due what lies nowhere",
    invariant: "producer_due_is_at_provider",
    sql: newEntry(`(1, ${anAccount("processing_fees")}, 100), (2, ${anAccount("producer_due")}, -100)`),
  },
];

export interface PlantOutcome {
  readonly what: string;
  readonly invariant: string;
  /** How many checks, a minute apart, until it was named; null: never within the hour. */
  readonly minutes: number | null;
}

const minutesOfAnHour = 60;
const check = z.tuple([z.object({ findings: z.array(z.object({ invariant: z.string() })) })]);

/** Plants each bad row by itself, lets an hour of checks pass until one names it, and takes it out again. */
export async function findPlantedRows(client: pg.Client): Promise<PlantOutcome[]> {
  const outcomes: PlantOutcome[] = [];
  for (const { what, invariant, sql } of plantedRows) {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(sql);
    await client.query("set local session_replication_role = origin");
    outcomes.push({ what, invariant, minutes: await minutesUntilNamed(client, invariant) });
    await client.query("rollback");
  }
  return outcomes;
}

async function minutesUntilNamed(client: pg.Client, invariant: string): Promise<number | null> {
  for (let minute = 0; minute < minutesOfAnHour; minute += 1) {
    const { rows } = await client.query("select findings from app.record_ledger_check(now(), $1, $2)", [
      minute,
      minutesOfAnHour,
    ]);
    const [{ findings }] = check.parse(rows);
    if (findings.some((finding) => finding.invariant === invariant)) return minute + 1;
  }
  return null;
}
