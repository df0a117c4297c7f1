import type pg from "pg";

/** How many milestones share one producer. */
export const producers = 1_000;

/**
 * Milestones that went all the way, in the ledger and at the provider alike, written in bulk past the triggers: charged,
 * transferred, arrived, paid out. `m` numbers them; £100.00 with a fee of £2.50 beside, of which the provider kept £1.74.
 * Every fiftieth payout came back from the bank and was sent again. Every hundredth transfer is in flight, every second of
 * those made at the provider a moment ago; every hundredth payout waits.
 */
const fill = `
set session_replication_role = replica;
create temp table m as select n, md5('m' || n)::uuid as id, md5('p' || n % 5000)::uuid as home, n % ${producers} as p,
  md5('o' || n % ${producers})::uuid as producer, 'acct_' || n % ${producers} as account, md5('f' || n)::uuid as f,
  md5('t' || n)::uuid as t, md5('y' || n)::uuid as y, now() - interval '2 days' + n * interval '1 second' as at,
  n % 100 = 7 as flying, n % 200 = 7 as made, n % 100 = 9 as waiting, n % 50 = 11 as returned
  from generate_series(1, $N) n;
insert into partnership_party (partnership_id, organization_id, kind, joined_at)
  select distinct home, md5('b' || home)::uuid, 'brand', now() from m;
insert into payee_account (organization_id, provider_account_id, payable, country, contact_email, currency, created_at, updated_at)
  select distinct producer, account, true, 'GB', 'a@example.test', 'GBP', now() - interval '9 days', now() from m;
insert into funding (id, partnership_id, milestone_id, amount, fee, currency, status, opened_by_name, provider_charge_id, drawn, created_at, expires_at)
  select f, home, id, 10000, 250, 'GBP', 'succeeded', 'a', 'ch_' || n, 10000, at, at from m;
insert into transfer (id, partnership_id, milestone_id, release_id, funding_id, organization_id, amount, currency, status, provider_transfer_id, created_at)
  select t, home, id, md5('r' || n)::uuid, f, producer, 10000, 'GBP', case when flying then 'unknown' else 'confirmed' end,
    case when not flying then 'tr_' || n end, at from m;
insert into payout (id, organization_id, amount, currency, status, attempt_class, provider_payout_id, created_at)
  select y, producer, 10000, 'GBP', case when waiting then 'waiting' else 'paid' end, case when returned then 2 else 1 end,
    case when not waiting then 'po_' || n || case when returned then '_2' else '' end end, at from m where not flying;
insert into ledger_account (kind, owner_id, currency)
  select k, 'platform', 'GBP' from unnest(array['provider_platform', 'processing_fees']) k;
insert into ledger_account (kind, owner_id, currency)
  select 'milestone_held', id::text, 'GBP' from m;
insert into ledger_account (kind, owner_id, currency)
  select k, producer::text, 'GBP' from (select distinct producer from m) p, unnest(array['provider_producer', 'producer_due']) k;
create temp table line as
  select 'milestone.funded' as kind, n, f::text as source_key, at, 1 as position, 'provider_platform' as account, 10076 as amount from m
  union all select 'milestone.funded', n, f::text, at, 2, 'processing_fees', 174 from m
  union all select 'milestone.funded', n, f::text, at, 3, 'milestone_held', -10250 from m
  union all select 'transfer.confirmed', n, t::text, at, 1, 'milestone_held', 10000 from m where not flying
  union all select 'transfer.confirmed', n, t::text, at, 2, 'provider_platform', -10000 from m where not flying
  union all select 'transfer.confirmed', n, t::text, at, 3, 'provider_producer', 10000 from m where not flying
  union all select 'transfer.confirmed', n, t::text, at, 4, 'producer_due', -10000 from m where not flying
  union all select 'payout.sent', n, y || ':1', at, 1, 'producer_due', 10000 from m where not flying and not waiting
  union all select 'payout.sent', n, y || ':1', at, 2, 'provider_producer', -10000 from m where not flying and not waiting
  union all select 'payout.failed', n, y || ':1', at, 1, 'producer_due', -10000 from m where returned
  union all select 'payout.failed', n, y || ':1', at, 2, 'provider_producer', 10000 from m where returned
  union all select 'payout.sent', n, y || ':2', at, 1, 'producer_due', 10000 from m where returned
  union all select 'payout.sent', n, y || ':2', at, 2, 'provider_producer', -10000 from m where returned;
insert into ledger_entry (id, kind, source_key, partnership_id, milestone_id, at)
  select md5(line.kind || source_key)::uuid, line.kind, source_key, m.home, m.id, line.at + interval '3 seconds'
  from line join m using (n) where position = 1;
insert into ledger_posting (entry_id, position, account_id, amount)
  select md5(line.kind || source_key)::uuid, position, a.id, line.amount from line join m using (n)
  join ledger_account a on a.kind = line.account and a.owner_id = case
    when line.account in ('provider_platform', 'processing_fees') then 'platform'
    when line.account = 'milestone_held' then m.id::text else m.producer::text end;
insert into provider_transaction
  select 'txn_c' || n, 'platform', 'charge', 10250, 174, 10076, 'GBP', 'ch_' || n, f::text, null, at, at, now() from m
  union all select 'txn_t' || n, 'platform', 'transfer', -10000, 0, -10000, 'GBP', 'tr_' || n, t::text, null,
    case when flying then now() - interval '5 minutes' else at end, at, now() from m where not flying or made
  union all select 'txn_a' || n, account, 'payment', 10000, 0, 10000, 'GBP', 'py_' || n, null, 'tr_' || n,
    case when flying then now() - interval '5 minutes' else at end, at, now() from m where not flying or made
  union all select 'txn_p' || n, account, 'payout', -10000, 0, -10000, 'GBP', 'po_' || n, y::text, null, at, at, now()
    from m where not flying and not waiting
  union all select 'txn_r' || n, account, 'payout_failure', 10000, 0, 10000, 'GBP', 'po_' || n, y::text, null,
    at + interval '1 second', at, now() from m where returned
  union all select 'txn_q' || n, account, 'payout', -10000, 0, -10000, 'GBP', 'po_' || n || '_2', y::text, null,
    at + interval '2 seconds', at, now() from m where returned;
set session_replication_role = origin;
`;

/** What the provider says that accounts hold: the sum of their movements, as it always is there. */
const tellBalances = `
insert into provider_balance select account_id, currency, sum(net), now() from provider_transaction group by 1, 2`;

/** Fills both sides, equal to the cent, with about `rows` movements at the provider. */
export async function fillBothSides(client: pg.Client, rows: number): Promise<void> {
  await client.query(fill.replace("$N", String(Math.ceil(rows / 4))));
}

export async function tellProviderBalances(client: pg.Client): Promise<void> {
  await client.query(tellBalances);
}
