import type { FaultPoint } from "@evenshare/application";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { fundMilestones } from "../world/milestones";
import type { World } from "../world/open-world";
import { type Crashing, startWithFault, waitUntilCrashed } from "./crash";
import { apiPoints, workerChangePoints, workerPoints } from "./r1-points";

export interface PointOutcome {
  readonly service: Crashing;
  readonly point: FaultPoint;
  /** From the restart until the wish was answered and nothing was left to do. */
  readonly recoveredMs: number;
  readonly truth: Truth;
}

const held = 10_000_000n;
/** Within this time after a restart everything is as if nothing had happened. */
export const recoveryLimitMs = 60_000;

/**
 * Every point by itself, `rounds` times over, with the worker as it ships: crash, restart, and within a minute the wish
 * is answered once, the money has gone once, and nothing is left to do.
 */
export async function crashAtEachPoint(
  world: World,
  rounds: number,
  tell: (outcome: PointOutcome) => void,
): Promise<PointOutcome[]> {
  const { product, book } = world;
  const [milestone = ""] = await fundMilestones(world, 1, held);
  await waitUntilQuiet(product);
  const outcomes: PointOutcome[] = [];

  async function crash(service: Crashing, point: FaultPoint): Promise<void> {
    if (service === "worker") await product.stack.kill("worker");
    const amount = 1_000n + BigInt(outcomes.length);
    let answer: Promise<string>;
    if (service === "api") {
      await startWithFault(product, service, point);
      answer = book.release(milestone, amount);
    } else {
      answer = book.release(milestone, amount);
      await answer;
      await startWithFault(product, service, point);
    }
    await waitUntilCrashed(product, service, point);
    const restarted = performance.now();
    await product.stack.restart(service, {});
    await answer;
    await waitUntilQuiet(product);
    const recoveredMs = performance.now() - restarted;
    const outcome = { service, point, recoveredMs, truth: await readTruth(world) };
    outcomes.push(outcome);
    tell(outcome);
  }

  for (let round = 0; round < rounds; round += 1) {
    for (const point of apiPoints) await crash("api", point);
    for (const point of [...workerPoints, ...workerChangePoints]) await crash("worker", point);
  }
  return outcomes;
}
