import { randomUUID } from "node:crypto";
import {
  type Deps,
  getReconciliation,
  getTrialBalance,
  listReconciliation,
  requestReconciliation,
  runReconciliation,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { type DifferenceKind, views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, drainOperations, must, type StartedPartnership } from "../src";
import { auditOf, countRows } from "./support/behind-the-scopes";
import {
  acceptWork,
  agreedMilestone,
  fund,
  payablePartnership,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";

const world = useMoneyWorld();
const dayMs = 86_400_000;

/** A milestone whose money went all the way to the producer's payout. */
async function paidMilestone(): Promise<StartedPartnership & { readonly milestoneId: string }> {
  const partnership = await payablePartnership(world());
  const milestoneId = await agreedMilestone(world(), partnership);
  await fund(world(), partnership, milestoneId, 50_000n);
  await submitWork(world(), partnership, milestoneId);
  await acceptWork(world(), partnership, milestoneId);
  return { ...partnership, milestoneId };
}

async function compare(deps: Deps) {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const outcome = await runReconciliation(deps);
    if (outcome.kind === "done") break;
  }
  const run = await deps.database.readLastReconciliation();
  if (run === null) throw new Error("nothing was compared");
  return run;
}

async function behindTheBack(sql: string, values: readonly unknown[]): Promise<void> {
  await withAdmin(world().databaseUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(sql, [...values]);
    await client.query("set session_replication_role = origin");
  });
}

describe("the comparison with the payment provider", () => {
  it("F129 C41: agrees line by line after a milestone was paid out, and reads nothing twice", async () => {
    const { deps, databaseUrl } = world();
    const { brand, producer, milestoneId } = await paidMilestone();
    const run = await compare(deps);
    expect(run).toMatchObject({ ok: true, differences: {} });
    expect(run.matched).toBeGreaterThanOrEqual(4);

    const paid = must(await listReconciliation(deps, brand, {}));
    expect(views.page(views.reconciliationRow).parse(paid)).toEqual(paid);
    expect(paid.items).toMatchObject([
      { family: "charge", milestoneId, amount: 51_250n, providerAmount: 51_250n, status: "matched" },
    ]);
    const received = must(await listReconciliation(deps, producer, {})).items;
    expect(received.map(({ family, amount, providerAmount }) => [family, amount, providerAmount])).toEqual(
      expect.arrayContaining([
        ["transfer", -50_000n, -50_000n],
        ["arrival", 50_000n, 50_000n],
        ["payout", -50_000n, -50_000n],
      ]),
    );
    expect(must(await getReconciliation(deps, producer, {}))).toMatchObject({
      asOf: run.startedAt,
      matched: 3,
      inFlight: 0,
      differences: 0,
    });

    const stored = () =>
      withAdmin(databaseUrl, async (client) => {
        const { rows } = await client.query<{ movements: string; lines: string }>(
          `select (select string_agg(t::text, ',' order by transaction_id) from provider_transaction t) as movements,
            (select string_agg(l::text || l.xmin, ',' order by id) from reconciliation_line l) as lines`,
        );
        return rows[0];
      });
    const before = await stored();
    await compare(deps);
    expect(await stored()).toEqual(before);
  });

  it("F129: what is released and not confirmed stands in a line of its own, and is no difference", async () => {
    const { deps } = world();
    const { producer, milestoneId } = await paidMilestone();
    await behindTheBack(
      "update transfer set status = 'unknown', provider_transfer_id = null where milestone_id = $1",
      [milestoneId],
    );
    await behindTheBack(
      `with gone as (select id from ledger_entry where milestone_id = $1 and kind = 'transfer.confirmed'),
        lines as (delete from ledger_posting where entry_id in (select id from gone))
       delete from ledger_entry where id in (select id from gone)`,
      [milestoneId],
    );
    expect((await compare(deps)).differences).toEqual({});
    const flying = must(await listReconciliation(deps, producer, { show: "in_flight" })).items;
    expect(flying.map(({ family }) => family).sort()).toEqual(["arrival", "transfer"]);

    world().clock.advanceBy(2 * 60 * 60_000);
    expect((await compare(deps)).differences).toEqual({ unconfirmed: 2 });
    const late = must(await listReconciliation(deps, producer, { show: "differences" })).items;
    expect(late).toMatchObject([{ difference: "unconfirmed" }, { difference: "unconfirmed" }]);
    await withdraw(producer.organizationId);
  });

  it.each<[DifferenceKind, string]>([
    ["missing_at_provider", "delete from provider_transaction where source_id = $1"],
    [
      "amount_differs",
      "update provider_transaction set amount = amount - 1, net = net - 1 where source_id = $1",
    ],
    ["fee_differs", "update provider_transaction set fee = fee + 1, net = net - 1 where source_id = $1"],
    ["currency_differs", "update provider_transaction set currency = 'EUR' where source_id = $1"],
  ])("R9 C10: %s is found, named and shown to the brand whose money it is", async (kind, sql) => {
    const { deps, databaseUrl } = world();
    const { brand, milestoneId } = await paidMilestone();
    await compare(deps);
    const charge = await withAdmin(databaseUrl, async (client) => {
      const { rows } = await client.query<{ provider_charge_id: string }>(
        "select provider_charge_id from funding where milestone_id = $1",
        [milestoneId],
      );
      return rows[0]?.provider_charge_id;
    });
    // Past the hour that is read again each time, or the provider's word would mend what was changed here.
    world().clock.advanceBy(3 * 60 * 60_000);
    await compare(deps);
    await behindTheBack(sql, [charge]);
    const run = await compare(deps);
    expect(run.ok).toBe(false);
    expect(run.differences[kind]).toBe(1);
    expect(must(await listReconciliation(deps, brand, { show: "differences" })).items).toMatchObject([
      { family: "charge", milestoneId, difference: kind },
    ]);
    const stranger = await createBrand(deps);
    expect(must(await listReconciliation(deps, stranger, {})).items).toEqual([]);
    await withdraw(brand.organizationId);
  });

  it("F129: is asked for by finance, once for one command, with an audit row; other roles are refused", async () => {
    const { deps, clock } = world();
    const { brand } = await paidMilestone();
    clock.advanceBy(dayMs);
    const finance = await addMember(deps, brand, "finance");
    const command = { commandKey: randomUUID() };
    const first = must(await requestReconciliation(deps, finance, command));
    expect(must(await getReconciliation(deps, finance, {})).running).toBe(true);
    const before = await countRows(world());
    expect(must(await requestReconciliation(deps, finance, command))).toEqual(first);
    expect(await countRows(world())).toEqual(before);
    expect(await auditOf(world(), brand.organizationId)).toMatchObject([{ action: "reconciliation.run" }]);
    await drainOperations(deps);
    expect(must(await getReconciliation(deps, finance, {}))).toMatchObject({
      running: false,
      asOf: clock.now(),
    });
    expect(await requestReconciliation(deps, finance, { commandKey: randomUUID() })).toMatchObject({
      failure: { code: "reconciliation.just_made" },
    });
    for (const role of ["approver", "contributor", "viewer"] as const) {
      const other = await addMember(deps, brand, role);
      const refused = { failure: { code: "permission.denied" } };
      expect(await requestReconciliation(deps, other, { commandKey: randomUUID() })).toMatchObject(refused);
      expect(await getReconciliation(deps, other, {})).toMatchObject(refused);
      expect(await listReconciliation(deps, other, {})).toMatchObject(refused);
      expect(await getTrialBalance(deps, other, {})).toMatchObject(refused);
    }
  });
});

describe("the trial balance", () => {
  it("F129 C41: of each side balances, now and at the end of a day, and says where the money is", async () => {
    const { deps, clock } = world();
    const { brand, producer } = await paidMilestone();
    const paidOn = clock.now().toISOString().slice(0, 10);
    clock.advanceBy(2 * dayMs);
    const now = must(await getTrialBalance(deps, brand, {}));
    expect(views.trialBalanceView.parse(now)).toEqual(now);
    expect(now.accounts).toEqual([
      { account: "provider_platform", currency: "GBP", debit: 1_250n, credit: 0n },
      { account: "platform_fees", currency: "GBP", debit: 0n, credit: 1_250n },
    ]);
    expect(now.totals).toEqual([{ currency: "GBP", debit: 1_250n, credit: 1_250n }]);
    expect(must(await getTrialBalance(deps, brand, { asOf: paidOn })).totals).toEqual(now.totals);
    expect(must(await getTrialBalance(deps, brand, { asOf: "2020-01-01" })).accounts).toEqual([]);
    for (const { debit, credit } of must(await getTrialBalance(deps, producer, {})).totals) {
      expect(debit).toBe(credit);
    }
    expect(await getTrialBalance(deps, brand, { asOf: "2026-02-30" })).toMatchObject({
      failure: { code: "input.invalid", field: "asOf" },
    });
  });
});

/** Takes the rows that a test has spoilt out of the comparison of the next. */
async function withdraw(organizationId: string): Promise<void> {
  await behindTheBack(
    `with home as (select partnership_id as id from partnership_party where organization_id = $1),
      entries as (select e.id from ledger_entry e join home on home.id = e.partnership_id),
      moved as (delete from provider_transaction t using funding f join home on home.id = f.partnership_id
        where f.provider_charge_id = t.source_id or t.operation_id = f.id::text),
      postings as (delete from ledger_posting p where p.entry_id in (select id from entries)),
      gone as (delete from ledger_entry e where e.id in (select id from entries))
    select 1`,
    [organizationId],
  );
}
