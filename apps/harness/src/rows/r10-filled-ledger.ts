import type pg from "pg";

/** Entries of a milestone from its payment to the producer's bank. */
export const entriesOfOne = 5;

/**
 * Milestones `$FROM` to `$TO` that went all the way, written in bulk past the triggers: funded, released, transferred, paid out, arrived.
 * `m` numbers them; 100.00 with a fee of 2.50 beside, of which the provider took 1.74.
 */
const fill = `
set session_replication_role = replica;
drop table if exists m;
create temp table m as select n, md5('m' || n)::uuid as id, md5('p' || n % 5000)::uuid as home,
  md5('o' || n % 1000)::uuid as producer from generate_series($FROM, $TO) n;
insert into milestone (id, partnership_id, proposed_by_organization_id, agreement_version, title, description, amount,
  currency, state, version, is_first, revision_round, submission_version, created_at, updated_at)
  select id, home, producer, 1, 'm', '', 10000, 'GBP', 'released', 1, false, 0, 1, now(), now() from m;
insert into funding (id, partnership_id, milestone_id, amount, fee, currency, status, opened_by_name, drawn, created_at, expires_at)
  select md5('f' || n)::uuid, home, id, 10000, 250, 'GBP', 'succeeded', 'a', 10000, now(), now() from m;
insert into release (id, partnership_id, milestone_id, trigger, gross, fee, net, currency, created_at)
  select md5('r' || n)::uuid, home, id, 'accepted', 10000, 250, 10000, 'GBP', now() from m;
insert into transfer (id, partnership_id, milestone_id, release_id, funding_id, organization_id, amount, currency, status, created_at)
  select md5('t' || n)::uuid, home, id, md5('r' || n)::uuid, md5('f' || n)::uuid, producer, 10000, 'GBP', 'confirmed', now() from m;
insert into ledger_account (kind, owner_id, currency)
  select k, 'platform', 'GBP' from unnest(array['provider_platform', 'processing_fees', 'platform_fees']) k
  on conflict do nothing;
insert into ledger_account (kind, owner_id, currency)
  select k, id::text, 'GBP' from m, unnest(array['milestone_held', 'milestone_fee_held', 'milestone_in_flight']) k;
insert into ledger_account (kind, owner_id, currency)
  select k, producer::text, 'GBP' from (select distinct producer from m) p,
  unnest(array['provider_producer', 'payout_in_transit', 'producer_due']) k
  on conflict do nothing;
insert into ledger_balance select id, 0 from ledger_account where kind like 'milestone%' on conflict do nothing;
insert into ledger_entry (id, kind, source_key, partnership_id, milestone_id, at)
  select md5(k || n)::uuid, k, n::text, home, id, now() from m,
  unnest(array['milestone.funded', 'milestone.released', 'transfer.confirmed', 'payout.sent', 'payout.paid']) k;
insert into ledger_posting (entry_id, position, account_id, amount)
  select md5(line.entry || n)::uuid, line.position, account.id, line.amount
  from (values
    ('milestone.funded', 1, 'provider_platform', 'platform', 10076), ('milestone.funded', 2, 'processing_fees', 'platform', 174),
    ('milestone.funded', 3, 'milestone_held', 'milestone', -10000), ('milestone.funded', 4, 'milestone_fee_held', 'milestone', -250),
    ('milestone.released', 1, 'milestone_held', 'milestone', 10000), ('milestone.released', 2, 'milestone_fee_held', 'milestone', 250),
    ('milestone.released', 3, 'milestone_in_flight', 'milestone', -10000), ('milestone.released', 4, 'platform_fees', 'platform', -250),
    ('transfer.confirmed', 1, 'milestone_in_flight', 'milestone', 10000), ('transfer.confirmed', 2, 'provider_platform', 'platform', -10000),
    ('transfer.confirmed', 3, 'provider_producer', 'producer', 10000), ('transfer.confirmed', 4, 'producer_due', 'producer', -10000),
    ('payout.sent', 1, 'payout_in_transit', 'producer', 10000), ('payout.sent', 2, 'provider_producer', 'producer', -10000),
    ('payout.paid', 1, 'producer_due', 'producer', 10000), ('payout.paid', 2, 'payout_in_transit', 'producer', -10000)
  ) as line (entry, position, kind, owner, amount)
  cross join m
  join ledger_account account on account.kind = line.kind and account.owner_id = case line.owner
    when 'platform' then 'platform' when 'milestone' then m.id::text else m.producer::text end
  order by n;
set session_replication_role = origin;
`;

/** Writes the milestones from number `from` to number `to`, each with {@link entriesOfOne} entries. */
export async function fillLedger(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(fill.replace("$FROM", String(from)).replace("$TO", String(to)));
}
