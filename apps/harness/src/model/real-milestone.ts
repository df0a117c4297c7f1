import { randomUUID } from "node:crypto";
import { carryOutDeadline, getMilestone, refreshPayeeAccount } from "@evenshare/application";
import { drainOperations, must, type StartedPartnership, type TestWorld } from "@evenshare/testing";
import type pg from "pg";
import type { SandboxClient } from "../product/sandbox-client";

/** Bank accounts can be debited in US dollars only. */
export const modelCurrency = "USD" as const;

/** The milestone under test, in the product. */
export interface RealMilestone {
  readonly world: TestWorld;
  readonly sandbox: SandboxClient;
  /** Past every scope. */
  readonly pool: pg.Pool;
  readonly partnership: StartedPartnership;
  readonly accountId: string;
  readonly id: string;
  /** Addresses of the payment pages that are open, oldest first. */
  pages: string[];
}

export async function view({ world, partnership, id }: RealMilestone) {
  return must(await getMilestone(world.deps, partnership.brand, { id }));
}

/** A fresh command key and the milestone's id. */
export function command({ id }: RealMilestone): { commandKey: string; id: string } {
  return { commandKey: randomUUID(), id };
}

/** Carries out what is due by the clock, in the order of time, as the worker's sweep does. */
export async function fireDeadlines({ world: { deps } }: RealMilestone): Promise<void> {
  for (;;) {
    const [due] = await deps.database.findDueDeadlines(deps.clock.now(), 1);
    if (due === undefined) return;
    await carryOutDeadline(deps, due);
  }
}

export async function doWork({ world }: RealMilestone): Promise<void> {
  await drainOperations(world.deps);
}

/** What the worker does about open payment pages twice a minute. */
export async function lookAtPages({ world, partnership }: RealMilestone): Promise<void> {
  await world.deps.database.hastenOperations("funding.sync", partnership.brand.organizationId);
}

/** The provider tells of every refund that we wait for. */
export async function hearOfRefunds({ world, pool, id }: RealMilestone): Promise<void> {
  const { rows } = await pool.query<{ refund: string }>(
    "select provider_refund_id as refund from refund where milestone_id = $1 and status = 'sent'",
    [id],
  );
  const { database, clock } = world.deps;
  for (const { refund } of rows) {
    const eventId = `refund.updated ${refund} ${clock.now().toISOString()}`;
    const event = { eventId, type: "refund.updated", accountId: null, objectId: refund };
    await database.storeProviderEvent({ ...event, createdAt: clock.now() }, randomUUID(), clock.now());
  }
}

/** Drops the pages that the product has closed, or found closed. */
export async function forgetClosedPages(real: RealMilestone): Promise<void> {
  const { rows } = await real.pool.query<{ url: string }>(
    "select checkout_url as url from funding where milestone_id = $1 and status = 'opened'",
    [real.id],
  );
  const open = new Set(rows.map(({ url }) => url));
  real.pages = real.pages.filter((url) => open.has(url));
}

/** Lets the provider pay the producer, or no longer; whether we hear of it is another matter. */
export async function setAble({ sandbox, accountId }: RealMilestone, able: boolean): Promise<void> {
  const capability = able ? "active" : "inactive";
  await sandbox.control("POST", `accounts/${accountId}/capabilities`, { transfers: capability });
}

export async function hearOfAccount({ world, partnership }: RealMilestone): Promise<void> {
  must(await refreshPayeeAccount(world.deps, partnership.producer.organizationId));
}

/** The bank takes back the latest debit that was paid and not taken back before; false: there is none. */
export async function takeBackDebit({ world, sandbox, pool, id }: RealMilestone): Promise<boolean> {
  const { rows } = await pool.query<{ charge: string }>(
    `select provider_charge_id as charge from funding f where milestone_id = $1 and status = 'succeeded'
       and paid_with_kind = 'us_bank_account' and not exists (select 1 from funding_return r where r.funding_id = f.id)
       and f.refunded + f.refunded_fee < f.amount + f.fee
     order by succeeded_at desc, id desc limit 1`,
    [id],
  );
  const charge = rows[0]?.charge;
  if (charge === undefined) return false;
  await sandbox.control("POST", `charges/${charge}/return`, {});
  const dispute = (await sandbox.disputes()).find((known) => known.charge === charge);
  if (dispute === undefined) throw new Error(`the return of ${charge} is no dispute`);
  const { database, clock } = world.deps;
  // The provider tells of it three times.
  for (const type of ["charge.dispute.closed", "charge.dispute.created", "charge.dispute.funds_withdrawn"]) {
    const event = { eventId: `${type} ${dispute.id}`, type, accountId: null, objectId: dispute.id };
    await database.storeProviderEvent({ ...event, createdAt: clock.now() }, randomUUID(), clock.now());
  }
  return true;
}

const tables = [
  "milestone",
  "milestone_transition",
  "submission",
  "revision_request",
  "deadline",
  "funding",
  "funding_return",
  "remainder_offer",
  "refund",
  "charge_share",
  "hold",
  "release",
  "transfer",
  "payout",
  "payout_line",
  "payee_account",
  "ledger_account",
  "ledger_balance",
  "ledger_entry",
  "ledger_posting",
  "audit_event",
  "mail",
  "operation",
  "command",
];

/** A digest of every row that a command could write. */
export async function digestOfEverything({ pool }: RealMilestone): Promise<string> {
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from ${table} t`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(parts.join(" union all "));
  return rows
    .map((row) => `${row.name} ${row.rows}`)
    .sort()
    .join("\n");
}

export async function ledgerFindings({ pool }: RealMilestone): Promise<unknown[]> {
  return (await pool.query("select * from app.ledger_findings()")).rows;
}
