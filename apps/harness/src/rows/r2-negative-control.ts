import { openProduct } from "../product/open-product";
import { readTruth, type Truth } from "../truth/truth";
import { waitUntil } from "../wait";
import { fundMilestones } from "../world/milestones";
import { openWorld } from "../world/open-world";

/** A server that says yes before the commit is on disk: what a careless operator might configure. */
export const carelessFlags = ["-c", "synchronous_commit=off", "-c", "wal_writer_delay=10s"] as const;

export interface ControlOutcome {
  readonly truth: Truth;
  readonly acknowledged: number;
}

const held = 90_000_000n;
const lanes = 4;

/**
 * The same people and the same truth over a PostgreSQL with the given flags, killed once in the middle of
 * acknowledging `wishes` releases. With careless flags the harness must find some of them gone; if it finds none, its
 * zeroes elsewhere are worth nothing.
 */
export async function killPostgresOnce(flags: readonly string[], wishes: number): Promise<ControlOutcome> {
  const product = await openProduct({ postgresFlags: flags });
  try {
    const world = await openWorld(product);
    const { book } = world;
    const milestones = await fundMilestones(world, lanes, held);
    // The worker would only carry on with what is about to vanish.
    await product.stack.kill("worker");
    // Everything until here is on disk, so that only the releases are at stake.
    await product.database.query("checkpoint");
    const acknowledged = () => book.wishes.filter(({ releaseId }) => releaseId !== null).length;
    let goesOn = true;
    const people = milestones.map(async (milestone) => {
      try {
        for (let amount = 100n; goesOn; amount += 7n) await book.releaseOnce(milestone, amount);
      } catch {
        // The server died under this wish: it was never acknowledged.
      }
    });
    await waitUntil("enough releases to be acknowledged", async () => acknowledged() >= wishes, {
      everyMs: 5,
    });
    await product.stack.kill("postgres");
    goesOn = false;
    await Promise.all(people);
    await product.stack.restart("postgres");
    await waitUntil("PostgreSQL to answer again", () =>
      product.database.query("select 1").then(
        () => true,
        () => false,
      ),
    );
    return { truth: await readTruth(world), acknowledged: acknowledged() };
  } finally {
    await product.close();
  }
}
