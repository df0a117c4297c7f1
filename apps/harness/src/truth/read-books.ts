import type pg from "pg";
import { z } from "zod";

const money = z.string().transform((text) => BigInt(text));

const schemas = {
  releases: z.object({ id: z.string(), milestone_id: z.string(), gross: money, net: money }),
  transfers: z.object({
    id: z.string(),
    release_id: z.string(),
    amount: money,
    status: z.string(),
    provider_transfer_id: z.string().nullable(),
    blocked_reason: z.string().nullable(),
    account: z.string().nullable(),
  }),
  fundings: z.object({
    id: z.string(),
    status: z.string(),
    charged: money,
    provider_charge_id: z.string().nullable(),
  }),
  payouts: z.object({
    id: z.string(),
    amount: money,
    status: z.string(),
    provider_payout_id: z.string().nullable(),
  }),
  accounts: z.object({ organization_id: z.string(), provider_account_id: z.string() }),
  mails: z.object({ id: z.string(), status: z.string() }),
  ledger: z.object({ kind: z.string(), owner_id: z.string(), currency: z.string(), debit: money }),
  findings: z.object({ invariant: z.string(), subject: z.string(), detail: z.string() }),
  failures: z.object({ kind: z.string(), subject_id: z.string(), last_error: z.string().nullable() }),
};

const statements: Record<keyof typeof schemas, string> = {
  releases: "select id, milestone_id, gross::text, net::text from release",
  transfers: `select t.id, t.release_id, t.amount::text, t.status, t.provider_transfer_id, t.blocked_reason,
    a.provider_account_id as account
    from transfer t left join payee_account a on a.organization_id = t.organization_id`,
  fundings: "select id, status, (amount + fee)::text as charged, provider_charge_id from funding",
  payouts: "select id, amount::text, status, provider_payout_id from payout",
  accounts:
    "select organization_id, provider_account_id from payee_account where provider_account_id is not null",
  mails: "select id, status from mail",
  ledger: `select a.kind, a.owner_id, a.currency, sum(p.amount)::text as debit
    from ledger_posting p join ledger_account a on a.id = p.account_id group by 1, 2, 3`,
  findings: "select invariant, subject, detail from app.ledger_findings()",
  failures: "select kind, subject_id, last_error from operation where status = 'failed'",
};

/** The product's own books, past every scope, in one snapshot. Amounts in minor units. */
export async function readBooks(pool: pg.Pool) {
  const client = await pool.connect();
  const read = async <T>(schema: z.ZodType<T>, statement: string): Promise<T[]> =>
    z.array(schema).parse((await client.query(statement)).rows);
  try {
    await client.query("begin isolation level repeatable read read only");
    const books = {
      releases: await read(schemas.releases, statements.releases),
      transfers: await read(schemas.transfers, statements.transfers),
      fundings: await read(schemas.fundings, statements.fundings),
      payouts: await read(schemas.payouts, statements.payouts),
      accounts: await read(schemas.accounts, statements.accounts),
      mails: await read(schemas.mails, statements.mails),
      ledger: await read(schemas.ledger, statements.ledger),
      findings: await read(schemas.findings, statements.findings),
      failures: await read(schemas.failures, statements.failures),
    };
    await client.query("commit");
    return books;
  } finally {
    client.release();
  }
}

/** The work that is still to do, in words, without what only waits for the bank or for a payer. */
export async function listOpenWork(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ open: string }>(
    `select format('%s %s: attempt %s, due %s, leased until %s, %s',
       kind, subject_id, attempts, not_before, leased_until, last_error) as open from operation o
     where o.status = 'pending'
       and not (o.kind = 'payout.create'
         and exists (select 1 from payout p where p.id::text = o.subject_id and p.status in ('in_transit', 'paid')))
       and not (o.kind = 'funding.sync'
         and exists (select 1 from funding f where f.id::text = o.subject_id and f.status in ('opened', 'succeeded')))`,
  );
  return rows.map(({ open }) => open);
}
