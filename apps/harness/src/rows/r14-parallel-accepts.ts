import { randomUUID } from "node:crypto";
import { refusalOf, untilAnswered } from "../product/until-answered";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { fundMilestones, submitWork } from "../world/milestones";
import type { World } from "../world/open-world";

export interface ParallelOutcome {
  readonly truth: Truth;
  /** How many clicks let the money go, and how the others were refused. */
  readonly released: number;
  readonly refusals: Readonly<Record<string, number>>;
}

const held = 70_000n;

/** Many people of the brand accept the same work at the same moment, each with a click of their own. */
export async function acceptAllAtOnce(world: World, clicks: number): Promise<ParallelOutcome> {
  const { product, brand, book } = world;
  const [id = ""] = await fundMilestones(world, 1, held);
  await submitWork(world, id);
  const refusals: Record<string, number> = {};
  let released = 0;
  await Promise.all(
    Array.from({ length: clicks }, async () => {
      const command = { commandKey: randomUUID(), id, expectedHeld: held };
      try {
        const { releaseId } = await untilAnswered(() => brand.trpc.milestones.accept.mutate(command));
        released += 1;
        book.note({ milestoneId: id, amount: held, releaseId });
      } catch (error) {
        const code = refusalOf(error) ?? String(error);
        refusals[code] = (refusals[code] ?? 0) + 1;
      }
    }),
  );
  await waitUntilQuiet(product);
  return { truth: await readTruth(world), released, refusals };
}
