import { expectAlive } from "../product/expect-alive";
import type { Random } from "../random";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { pause } from "../wait";
import { agreeOnMilestone, fundMilestones, payFor } from "../world/milestones";
import type { World } from "../world/open-world";

export interface KillsOutcome {
  readonly truth: Truth;
  readonly kills: Readonly<Record<"api" | "worker" | "postgres", number>>;
  readonly fundings: number;
  /** From the end of the killing until every wish was answered and nothing was left to do. */
  readonly recoveredMs: number;
}

interface Load {
  /** How many people let parts go, each on a milestone of their own. */
  readonly releasing: number;
  /** How many milestones are paid for meanwhile. */
  readonly fundings: number;
  readonly seconds: number;
}

const held = 90_000_000n;
const price = 25_000n;

/**
 * kill −9 of the API, the worker and PostgreSQL at random moments while people release and pay. Who is killed, when, and
 * how long it stays down follow from the seed; what is under way at that moment does not.
 */
export async function killAtRandom(world: World, random: Random, load: Load): Promise<KillsOutcome> {
  const { product, book } = world;
  const releasing = await fundMilestones(world, load.releasing, held);
  const unpaid = await Promise.all(
    Array.from({ length: load.fundings }, () => agreeOnMilestone(world, price)),
  );
  await waitUntilQuiet(product);
  const end = performance.now() + load.seconds * 1_000;

  const people = releasing.map(async (milestone) => {
    for (let amount = 100n; performance.now() < end; amount += 7n) {
      await book.release(milestone, amount);
      // Time to think: the worker's share is several times that of a click, and is meant to keep up.
      await pause(200);
    }
  });
  const payers = payOneByOne();
  const kills = { api: 0, worker: 0, postgres: 0 };
  while (performance.now() < end) {
    const victim = random.pick(["api", "worker", "postgres"] as const);
    await pause(random.between(100, 1_500));
    await product.stack.kill(victim);
    kills[victim] += 1;
    await pause(random.between(0, 1_000));
    await product.stack.restart(victim);
  }
  await expectAlive(product);
  const stopped = performance.now();
  await Promise.all([...people, payers]);
  await waitUntilQuiet(product);
  const recoveredMs = performance.now() - stopped;
  return { truth: await readTruth(world), kills, fundings: load.fundings, recoveredMs };

  async function payOneByOne(): Promise<void> {
    const every = (load.seconds * 1_000) / Math.max(1, load.fundings);
    for (const id of unpaid) {
      await payFor(world, id, price);
      await pause(Math.min(every, 500));
    }
  }
}
