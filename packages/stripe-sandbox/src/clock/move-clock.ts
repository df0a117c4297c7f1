import type { ControllableClock } from "@evenshare/dev-clock";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import { earliestDue, runStep, settleState } from "./settle";

/**
 * Moves the development clock and lets everything due up to the new time happen, step by step in the order of time:
 * money becomes available, payouts leave and arrive, sessions expire, and webhooks are delivered and retried, each
 * at its own instant. Returns when all of it is done.
 */
export async function moveClock(sandbox: Sandbox, move: (clock: ControllableClock) => void): Promise<void> {
  // What is already on its way belongs to the time before.
  await sandbox.dispatcher.settled();
  move(sandbox.clock);
  const until = sandbox.now();
  await Promise.all(sandbox.platforms().map((platform) => walk(sandbox, platform, until)));
  await sandbox.dispatcher.settled();
}

async function walk(sandbox: Sandbox, platform: Platform, until: number): Promise<void> {
  for (;;) {
    const state = earliestDue(platform, (timer) => timer.kind !== "delivery");
    const delivery = sandbox.dispatcher.nextDue(platform);
    if (Math.min(state, delivery) > until) break;
    // What happens comes before its announcement; a receiver that asks back sees the state announced.
    if (state <= delivery) runStep(sandbox, platform, state);
    else await sandbox.dispatcher.deliverDue(platform, delivery);
  }
  settleState(sandbox, platform, until);
}
