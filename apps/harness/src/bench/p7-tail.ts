import { randomInt } from "node:crypto";
import type { BenchRow } from "@evenshare/dev";
import pg from "pg";
import { pause } from "../wait";
import { quantile, rateOf } from "./measure";
import { openPostingPlace } from "./posting-place";
import { openReleasePlace } from "./release-place";

const clients = 8;
const seconds = 15;

/** P7: how long a release takes when they come in at half of what the machine can do. */
export async function benchTail(): Promise<BenchRow[]> {
  const place = await openReleasePlace(clients);
  try {
    await rateOf(clients, 3, (lane) => place.release(lane));
    await place.settle();
    const capacity = await rateOf(clients, 5, (lane) => place.release(lane));
    await place.settle();
    const latencies = await arriveAt(capacity / 2, seconds, (lane) => place.release(lane));
    const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
    return [
      {
        id: "P7",
        what: `p99 against p50 of a release at half of capacity (${(capacity / 2).toFixed(0)}/s)`,
        ours: `${p99.toFixed(1)} ms`,
        anchor: `${p50.toFixed(1)} ms`,
        ratio: p99 / p50,
        target: "≤ 5 ×",
      },
    ];
  } finally {
    await place.close();
  }
}

/** Sends at a steady rate, each milestone's releases one after the other; waiting for one's turn counts. */
async function arriveAt(
  rate: number,
  forSeconds: number,
  act: (lane: number) => Promise<unknown>,
): Promise<number[]> {
  const latencies: number[] = [];
  const started = performance.now();
  const lanes = Array.from({ length: clients }, async (_, lane) => {
    for (let turn = 0; ; turn += 1) {
      const due = started + ((turn * clients + lane) * 1_000) / rate;
      if (due > started + forSeconds * 1_000) return;
      await pause(Math.max(0, due - performance.now()));
      await act(lane);
      latencies.push(performance.now() - due);
    }
  });
  await Promise.all(lanes);
  return latencies;
}

/** P7: entries between guarded accounts chosen at random, in both directions at once. Answers how many deadlocked. */
export async function countDeadlocks(entries: number): Promise<BenchRow> {
  const place = await openPostingPlace(clients);
  const accounts = 50;
  try {
    for (let owner = 0; owner < accounts; owner += 1) {
      await place.post([
        { kind: "provider_platform", ownerId: "platform", amount: 1_000_000_000 },
        { kind: "milestone_held", ownerId: `m${owner}`, amount: -1_000_000_000 },
      ]);
    }
    let left = entries;
    let deadlocks = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (left > 0) {
          left -= 1;
          const from = randomInt(accounts);
          const to = (from + 1 + randomInt(accounts - 1)) % accounts;
          await place
            .post([
              { kind: "milestone_held", ownerId: `m${from}`, amount: 1 },
              { kind: "milestone_held", ownerId: `m${to}`, amount: -1 },
            ])
            .catch((error: unknown) => {
              if (!(error instanceof pg.DatabaseError) || error.code !== "40P01") throw error;
              deadlocks += 1;
            });
        }
      }),
    );
    return {
      id: "P7",
      what: `deadlocks in ${entries.toLocaleString("en")} entries over random pairs of 50 guarded accounts, 8 clients`,
      ours: String(deadlocks),
      anchor: "0",
      ratio: null,
      target: "0",
    };
  } finally {
    await place.close();
  }
}
