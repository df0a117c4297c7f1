import { randomUUID } from "node:crypto";
import {
  draftMilestone,
  editMilestone,
  getMilestone,
  listMilestones,
  listPartnerships,
  proposeMilestone,
  type Scope,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { draftedMilestone, must, type StartedPartnership, startedPartnership } from "../src";
import { useTestWorld } from "./support/harness";

const pairs = 32;
const rounds = 2;
const world = useTestWorld({ poolSize: 8 });

interface Tenant {
  readonly scope: Scope;
  readonly partnership: string;
  /** Milestones that this tenant may see. */
  readonly own: string[];
}

const tenants: Tenant[] = [];

beforeAll(async () => {
  const { deps } = world();
  const started: StartedPartnership[] = [];
  for (let index = 0; index < pairs; index += 1) started.push(await startedPartnership(deps));
  for (const { id, brand, producer } of started) {
    const own = [await draftedMilestone(deps, brand, id, { title: id })];
    tenants.push({ scope: brand, partnership: id, own }, { scope: producer, partnership: id, own });
  }
}, 120_000);

describe("64 tenants on 8 connections", () => {
  it("R12 F2: see no foreign row between one another's reads, writes, errors and cancelled statements", async () => {
    const canceller = cancelSleepers();
    const outcomes = await Promise.all(tenants.map((tenant, index) => workAsTenant(tenant, index)));
    await canceller.stop();
    const seen = outcomes.flat();
    expect(seen.filter(({ foreign }) => foreign > 0)).toEqual([]);
    for (const kind of ["read", "write", "probe", "error", "cancel"]) {
      expect(seen.filter((step) => step.kind === kind).length).toBeGreaterThanOrEqual(tenants.length);
    }
    expect(canceller.cancelled()).toBeGreaterThan(0);
  }, 180_000);

  it("R12: without an organization nothing is visible, and an unknown one sees nothing", async () => {
    const { deps } = world();
    for (const organizationId of ["", randomUUID()]) {
      const counts = await deps.database.inTenant(organizationId, async (tx) => [
        await tx.milestone.count(),
        await tx.partnership.count(),
        await tx.organization.count(),
        await tx.auditEvent.count(),
        await tx.mail.count(),
        await tx.command.count(),
      ]);
      expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });
});

interface Step {
  readonly kind: "read" | "write" | "probe" | "error" | "cancel";
  readonly foreign: number;
}

/** A tenant's own work in a shuffled order, with looks at what belongs to the next tenant in between. */
async function workAsTenant(tenant: Tenant, index: number): Promise<Step[]> {
  const victim = tenants[(index + 2) % tenants.length] ?? tenant;
  const kinds = [readOwn, writeOwn, probeForeign, breakOff, getCancelled];
  const steps: Step[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let offset = 0; offset < kinds.length; offset += 1) {
      const step = kinds[(index * 3 + round + offset * 2) % kinds.length] ?? readOwn;
      steps.push(await step(tenant, victim));
    }
  }
  return steps;
}

async function readOwn(tenant: Tenant): Promise<Step> {
  const { deps } = world();
  const milestones = must(await listMilestones(deps, tenant.scope, { limit: 100 })).items;
  const partnerships = must(await listPartnerships(deps, tenant.scope, { limit: 100 })).items;
  const foreignMilestones = milestones.filter(({ partnershipId }) => partnershipId !== tenant.partnership);
  const foreignPartnerships = partnerships.filter(({ id }) => id !== tenant.partnership);
  expect(milestones.length).toBeGreaterThan(0);
  expect(partnerships).toHaveLength(1);
  return {
    kind: "read",
    foreign: foreignMilestones.length + foreignPartnerships.length + (await countForeign(tenant)),
  };
}

async function countForeign({ scope, partnership }: Tenant): Promise<number> {
  const notMine = { partnershipId: { not: partnership } };
  return world().deps.database.inTenant(scope.organizationId, async (tx) => {
    const organizations = await tx.organization.count();
    const commands = await tx.command.count({ where: { organizationId: { not: scope.organizationId } } });
    const mails = await tx.mail.count({ where: { organizationId: { not: scope.organizationId } } });
    const audits = await tx.auditEvent.count({ where: notMine });
    const criteria = await tx.milestoneCriterion.count({ where: notMine });
    const agreements = await tx.agreementVersion.count({ where: notMine });
    return organizations - 2 + commands + mails + audits + criteria + agreements;
  });
}

async function writeOwn(tenant: Tenant): Promise<Step> {
  const { deps } = world();
  const id = await draftedMilestone(deps, tenant.scope, tenant.partnership, { title: tenant.partnership });
  const seen = must(await getMilestone(deps, tenant.scope, { id }));
  return { kind: "write", foreign: seen.partnershipId === tenant.partnership ? 0 : 1 };
}

/** Each probe would succeed for the rightful owner, who reads the same milestone in the same breath. */
async function probeForeign({ scope }: Tenant, victim: Tenant): Promise<Step> {
  const { deps } = world();
  const id = victim.own[0] ?? "";
  const content = {
    title: "taken",
    description: "",
    amount: 1n,
    currency: "GBP",
    criteria: ["x"],
    dueOn: null,
  } as const;
  const key = () => ({ commandKey: randomUUID() });
  const answers = [
    await getMilestone(deps, scope, { id }),
    await proposeMilestone(deps, scope, { ...key(), id }),
    await editMilestone(deps, scope, { ...key(), ...content, criteria: ["x"], id, version: 1 }),
    await draftMilestone(deps, scope, {
      ...key(),
      ...content,
      criteria: ["x"],
      partnershipId: victim.partnership,
    }),
    await listMilestones(deps, scope, { partnershipId: victim.partnership }),
  ];
  must(await getMilestone(deps, victim.scope, { id }));
  const leaks = answers.filter((answer) => answer.ok || !answer.failure.code.endsWith(".not_found"));
  return { kind: "probe", foreign: leaks.length };
}

/** A request that fails in the middle gives its connection back with nothing left on it. */
async function breakOff(tenant: Tenant): Promise<Step> {
  const broken = world().deps.database.inTenant(tenant.scope.organizationId, async (tx) => {
    await tx.milestone.count();
    await tx.$executeRaw`select 1 / 0`;
  });
  await expect(broken).rejects.toThrow();
  return { kind: "error", foreign: await countForeign(tenant) };
}

async function getCancelled(tenant: Tenant): Promise<Step> {
  const sleeping = world().deps.database.inTenant(tenant.scope.organizationId, async (tx) => {
    await tx.milestone.count();
    await tx.$executeRaw`select pg_sleep(60)`;
  });
  await expect(sleeping).rejects.toThrow();
  return { kind: "cancel", foreign: await countForeign(tenant) };
}

/** Cancels every sleeping statement of this database, as a person who leaves would, until told to stop. */
function cancelSleepers() {
  let cancelled = 0;
  let stopped = false;
  const done = withAdmin(world().databaseUrl, async (client) => {
    while (!stopped) {
      const { rowCount } = await client.query(
        `select pg_cancel_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'active' and query like 'select pg_sleep(60)%'`,
      );
      cancelled += rowCount ?? 0;
      await client.query("select pg_sleep(0.01)");
    }
  });
  return {
    cancelled: () => cancelled,
    async stop() {
      stopped = true;
      await done;
    },
  };
}
