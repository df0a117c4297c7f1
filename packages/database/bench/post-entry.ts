import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../src/generated/client";
import {
  entryOf,
  heldPostings,
  openWorld,
  postAs,
  seedPartnership,
  type Tenants,
  type World,
} from "../test/world";

/**
 * What one ledger entry costs as one SQL function call, against the same rows written by a Prisma interactive
 * transaction. Both sides in turn in the same run, medians; compare by the ratio only.
 */
const entriesPerRound = 200;
const rounds = 7;
const clients = 8;
const target = 8;

const world = await openWorld();
const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: world.database.url, max: clients }),
  transactionOptions: { maxWait: 10_000, timeout: 20_000 },
});
try {
  const tenants = await seedPartnership(world);
  const ours: number[] = [];
  const anchor: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const rates = [
      await rateOf(() => postOnce(world, tenants)),
      await rateOf(() => writeOnce(prisma, tenants)),
    ];
    // The first round warms up connections and plans.
    if (round === 0) continue;
    ours.push(rates[0] ?? 0);
    anchor.push(rates[1] ?? 0);
  }
  const [a, b] = [median(ours), median(anchor)];
  process.stdout.write("name                                   ours       anchor     ratio   target\n");
  process.stdout.write(
    `one entry, function against Prisma     ${format(a)}/s  ${format(b)}/s  ${(a / b).toFixed(1).padStart(5)}x  >= ${target}x\n`,
  );
} finally {
  await prisma.$disconnect();
  await world.close();
}

/** Entries per second with several clients, each posting to milestones of its own. */
async function rateOf(post: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let left = entriesPerRound;
  const lanes = Array.from({ length: clients }, async () => {
    while (left > 0) {
      left -= 1;
      await post();
    }
  });
  await Promise.all(lanes);
  return (entriesPerRound * 1_000) / (performance.now() - started);
}

async function postOnce(at: World, tenants: Tenants): Promise<void> {
  await postAs(at, tenants.brandId, entryOf(tenants, heldPostings(randomUUID(), 100n)));
}

/** The same rows, written the way an ORM invites one to. */
async function writeOnce(client: PrismaClient, tenants: Tenants): Promise<void> {
  const milestone = randomUUID();
  await client.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.organization_id', ${tenants.brandId}, true)`;
    const entry = await tx.ledgerEntry.create({
      data: {
        id: randomUUID(),
        kind: "milestone.funded",
        sourceKey: randomUUID(),
        partnershipId: tenants.partnershipId,
        at: new Date(),
      },
    });
    const platform = await tx.ledgerAccount.upsert({
      where: { kind_ownerId_currency: { kind: "provider_platform", ownerId: "platform", currency: "GBP" } },
      create: { kind: "provider_platform", ownerId: "platform", currency: "GBP" },
      update: {},
    });
    const held = await tx.ledgerAccount.create({
      data: { kind: "milestone_held", ownerId: milestone, currency: "GBP" },
    });
    await tx.ledgerPosting.create({
      data: { entryId: entry.id, position: 1, accountId: platform.id, amount: 100n },
    });
    await tx.ledgerPosting.create({
      data: { entryId: entry.id, position: 2, accountId: held.id, amount: -100n },
    });
    await tx.ledgerBalance.create({ data: { accountId: held.id, balance: 0n } });
    await tx.ledgerBalance.update({ where: { accountId: held.id }, data: { balance: { increment: 100n } } });
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;
}

function format(rate: number): string {
  return rate.toFixed(0).padStart(8);
}
