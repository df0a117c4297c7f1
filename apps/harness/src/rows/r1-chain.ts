import type { Truth } from "../truth/truth";
import { readTruth, waitUntilQuiet } from "../truth/truth";
import { fundMilestones } from "../world/milestones";
import type { World } from "../world/open-world";
import { startWithFault, waitUntilCrashed } from "./crash";
import { apiPoints, workerPoints } from "./r1-points";

export interface ChainOutcome {
  readonly truth: Truth;
  readonly kills: number;
  /** From the start of the last healthy process until nothing was left to do. */
  readonly recoveredMs: number;
}

const held = 100_000n;
const part = 12_345n;

/**
 * Every point once, one crash into the next: the successor of a killed process is killed at the next point, so that what
 * one crash left behind is still about when the following comes. Only then is everything left to heal.
 */
export async function crashThroughAllPoints(world: World): Promise<ChainOutcome> {
  const { product, book } = world;
  const points = [...apiPoints, ...workerPoints];
  const milestones = await fundMilestones(world, points.length, held);
  await waitUntilQuiet(product);
  const untouched = [...milestones];
  const releaseNext = () => book.release(untouched.shift() ?? "", part);

  const answers: Promise<unknown>[] = [];
  for (const point of apiPoints) {
    await startWithFault(product, "api", point);
    answers.push(releaseNext());
    await waitUntilCrashed(product, "api", point);
  }
  await product.stack.restart("api", {});
  await Promise.all(answers);

  for (const point of workerPoints) {
    await product.stack.kill("worker");
    await releaseNext();
    await startWithFault(product, "worker", point);
    await waitUntilCrashed(product, "worker", point);
  }
  const restarted = performance.now();
  await product.stack.restart("worker", {});
  await waitUntilQuiet(product);
  const recoveredMs = performance.now() - restarted;
  return { truth: await readTruth(world), kills: points.length, recoveredMs };
}
