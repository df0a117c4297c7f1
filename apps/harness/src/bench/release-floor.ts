import type pg from "pg";
import type { Lane, ReleasePlace } from "./release-place";

/**
 * The rows of a release written by one function that knows everything beforehand: no tenant, no lock before the write,
 * no decision. Nothing that reads and decides can be faster than this.
 */
const createFloor = `
create or replace function bench_release(m uuid, home uuid, brand uuid, person uuid, funded uuid) returns void
language plpgsql as $$
declare
  entry constant uuid := gen_random_uuid();
  let_go constant uuid := gen_random_uuid();
  moved constant uuid := gen_random_uuid();
  key constant uuid := gen_random_uuid();
  producer uuid := (select organization_id from partnership_party where partnership_id = home and kind = 'producer');
  mail_of uuid;
  reached record;
begin
  insert into command (organization_id, key, name, input_hash, created_at, answer)
    values (brand, key, 'bench', 'bench', now(), jsonb_build_object('releaseId', let_go));
  insert into ledger_entry (id, kind, source_key, partnership_id, milestone_id, at)
    values (entry, 'milestone.released', let_go::text, home, m, now());
  insert into ledger_posting (entry_id, position, account_id, amount)
    select entry, row_number() over (), a.id, l.amount
    from (values ('milestone_held', m::text, 100), ('milestone_fee_held', m::text, 5),
      ('milestone_in_flight', m::text, -100), ('platform_fees', 'platform', -5)) as l (kind, owner, amount)
    join ledger_account a on a.kind = l.kind and a.owner_id = l.owner and a.currency = 'GBP';
  update ledger_balance b set balance = b.balance + k.sign * p.amount
    from ledger_posting p, ledger_account a, ledger_account_kind k
    where p.entry_id = entry and a.id = p.account_id and k.kind = a.kind and b.account_id = p.account_id;
  update milestone set version = version + 1, updated_at = now() where id = m;
  insert into milestone_transition (id, partnership_id, milestone_id, at, event, from_state, to_state, actor_kind,
    actor_user_id, actor_name, actor_organization_id, amount, command_key)
    values (gen_random_uuid(), home, m, now(), 'release_part', 'funded', 'funded', 'person', person, 'Ada', brand, 100, key);
  insert into release (id, partnership_id, milestone_id, trigger, gross, fee, net, currency, created_at)
    values (let_go, home, m, 'part', 100, 5, 100, 'GBP', now());
  insert into transfer (id, partnership_id, milestone_id, release_id, funding_id, organization_id, amount, currency, status, created_at)
    values (moved, home, m, let_go, funded, producer, 100, 'GBP', 'pending', now());
  update funding set drawn = drawn + 100 where id = funded;
  insert into audit_event (id, at, organization_id, partnership_id, action, actor_kind, actor_user_id, actor_name,
    subject_type, subject_id, before, after)
    values (gen_random_uuid(), now(), brand, home, 'milestone.release_part', 'person', person, 'Ada', 'milestone', m,
      jsonb_build_object('held', '9000', 'state', 'funded'), jsonb_build_object('held', '8900', 'released', '100', 'fee', '5'));
  for reached in
    select o.id as organization, u.id as person, u.name, u.email, o.kind, r.role
    from member r join organization o on o.id = r.organization_id join "user" u on u.id = r.user_id
    where o.id in (brand, producer)
  loop
    mail_of := gen_random_uuid();
    insert into mail (id, message_id, organization_id, user_id, template, data, to_name, to_email, side, role, status, created_at)
      values (mail_of, gen_random_uuid(), reached.organization, reached.person, 'milestone.released',
        jsonb_build_object('amount', '100', 'net', '100', 'milestone', m), reached.name, reached.email, reached.kind,
        reached.role, 'queued', now());
    insert into notification (id, message_id, organization_id, user_id, template, data, created_at, mail_id)
      values (gen_random_uuid(), gen_random_uuid(), reached.organization, reached.person, 'milestone.released',
        jsonb_build_object('amount', '100', 'net', '100', 'milestone', m), now(), mail_of);
    perform bench_enqueue('mail.send', mail_of::text, reached.organization);
  end loop;
  perform bench_enqueue('transfer.create', moved::text, brand);
  perform pg_notify('evenshare_live', jsonb_build_object('topic', 'milestone', 'id', m,
    'organizations', jsonb_build_array(brand, producer))::text);
end $$;
create or replace function bench_enqueue(what text, subject text, organization uuid) returns void
language plpgsql as $$
declare
  new_id constant uuid := gen_random_uuid();
begin
  insert into operation (id, kind, subject_id, organization_id, status, created_at, not_before)
    values (new_id, what, subject, organization, 'pending', now(), clock_timestamp());
  perform graphile_worker.add_job('operation', json_build_object('id', new_id), job_key := 'operation:' || new_id,
    max_attempts := 1::smallint);
end $$`;

/** One call of the floor's function for each release; past every scope. */
export async function openFloor(
  place: ReleasePlace,
  pool: pg.Pool,
): Promise<(lane: Lane) => Promise<unknown>> {
  await pool.query(createFloor);
  const { brandUserId, world } = place;
  return ({ milestoneId, partnershipId, fundingId }) =>
    pool.query({
      name: "floor",
      text: "select bench_release($1, $2, $3, $4, $5)",
      values: [milestoneId, partnershipId, world.brandId, brandUserId, fundingId],
    });
}

/** Counts the rows of every table of the product, to see that both sides write the same. */
async function countRows(pool: pg.Pool): Promise<Map<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_%'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}

/** How many rows `act` adds, by table; tables to which it adds none are left out. */
export async function rowsAddedBy(
  pool: pg.Pool,
  act: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const before = await countRows(pool);
  await act();
  const after = await countRows(pool);
  const added = [...after].map(([table, count]) => [table, count - (before.get(table) ?? 0)] as const);
  return Object.fromEntries(added.filter(([, count]) => count !== 0));
}
