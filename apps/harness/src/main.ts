import { isDeepStrictEqual, parseArgs } from "node:util";
import { readHarnessEnvironment } from "./env";
import { runModel } from "./model/run-model";
import { openProduct, type ProductOptions } from "./product/open-product";
import { onOwnServer } from "./product/own-server";
import { seededRandom } from "./random";
import { crashAtEachPoint, recoveryLimitMs } from "./rows/r1-rounds";
import { carelessFlags, killPostgresOnce } from "./rows/r2-negative-control";
import { killAtRandom } from "./rows/r2-random-kills";
import { type PlantedFault, plantedFaults } from "./rows/r3-faults";
import { openScratchCheckout, type ScratchCheckout } from "./rows/r3-scratch-checkout";
import { repeatKeys } from "./rows/r5-same-key";
import { courierInOrder, shufflingCourier } from "./rows/r6-couriers";
import { tellByWebhooks } from "./rows/r6-shuffled-webhooks";
import { longStorms, weatherStorms } from "./rows/r7-network";
import { calendarCases, reviewOverTheCalendar } from "./rows/r8-clock";
import { findPlantedFaults } from "./rows/r9-reconciliation";
import { measureLedgerCheck } from "./rows/r10-ledger-size";
import { killEachProcess, severalProcesses, shareBetweenApis } from "./rows/several-processes";
import type { EndState } from "./truth/end-state";
import { tellTruth } from "./truth/tell-truth";
import { isWhole, type Truth } from "./truth/truth";
import { openWorld, type World } from "./world/open-world";

const usage = `harness <what> [options]
  r1 --rounds 5            kill −9 at every fault point, each by itself
  r2 --minutes 5           kill −9 of the API, the worker and PostgreSQL at random under load
  control --wishes 200     the same truth over a PostgreSQL that loses commits, and over one that does not
  r3                       the ten planted faults, each noticed by the test it is named with
  r4 --runs 200            random sequences on a milestone against a reference
  r5 --keys 1000 --copies 50
  r6 --milestones 220 --parts 11
                           the same story over webhooks in order and over shuffled, repeated, late and forged ones
  r7 --seconds 20          each kind of bad network between us, PostgreSQL and the provider
  r9 --movements 100000 --faults 200
  r8                       reviews that end over jumps of the clock, summer time, leap day and year's end
  processes --seconds 60   two APIs and three workers over one database, each killed under load
  r10 --entries 2000000    the check of every invariant over a large ledger
HARNESS_SEED and FC_SEED (with FC_PATH and FC_REPLAY) repeat a run.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    minutes: { type: "string", default: "5" },
    wishes: { type: "string", default: "200" },
    runs: { type: "string", default: "200" },
    keys: { type: "string", default: "1000" },
    entries: { type: "string", default: "2000000" },
    movements: { type: "string", default: "100000" },
    faults: { type: "string", default: "200" },
    copies: { type: "string", default: "50" },
    milestones: { type: "string", default: "220" },
    parts: { type: "string", default: "11" },
    seconds: { type: "string", default: "60" },
  },
});
const env = readHarnessEnvironment();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says what the truth is; a difference makes the command fail. */
function judge(truth: Truth): void {
  for (const line of tellTruth(truth)) say(line);
  if (!isWhole(truth)) process.exitCode = 1;
}

/** Says whether the test that must notice a fault does; one that fails anyway notices nothing. */
async function judgeFault(checkout: ScratchCheckout, fault: PlantedFault): Promise<void> {
  const failures = await checkout.failuresWithout(fault);
  const caught = failures.length === 0 && (await checkout.isCaught(fault));
  const verdict = caught ? "noticed" : failures.length === 0 ? "NOT NOTICED" : "FAILS WITHOUT IT";
  const { workspace, file, test } = fault.caughtBy;
  say(`${verdict.padEnd(16)} ${fault.name} — ${workspace}/${file} ${test}`);
  for (const failure of failures) say(failure);
  if (!caught) process.exitCode = 1;
}

async function inWorld(use: (world: World) => Promise<void>, options: ProductOptions = {}): Promise<void> {
  const product = await openProduct(options);
  try {
    await use(await openWorld(product));
  } finally {
    await product.close();
  }
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  r1: () =>
    inWorld(async (world) => {
      const outcomes = await crashAtEachPoint(
        world,
        Number(values.rounds),
        ({ service, point, recoveredMs, truth }) => {
          say(`${service.padEnd(6)} ${point.padEnd(30)} whole again after ${Math.round(recoveredMs)} ms`);
          if (!isWhole(truth)) judge(truth);
        },
      );
      const slowest = Math.max(...outcomes.map(({ recoveredMs }) => recoveredMs));
      say(`${outcomes.length} kills, slowest recovery ${Math.round(slowest)} ms`);
      if (slowest > recoveryLimitMs) process.exitCode = 1;
      const last = outcomes.at(-1);
      if (last) judge(last.truth);
    }),
  r2: () =>
    inWorld(async (world) => {
      say(`HARNESS_SEED=${env.seed}`);
      const seconds = Number(values.minutes) * 60;
      const load = { releasing: 6, fundings: Math.ceil(seconds / 5), seconds };
      const { truth, kills, fundings, recoveredMs } = await killAtRandom(world, seededRandom(env.seed), load);
      say(
        `killed: API ${kills.api}, worker ${kills.worker}, PostgreSQL ${kills.postgres}; ${fundings} payments`,
      );
      say(`whole again ${Math.round(recoveredMs)} ms after the last kill`);
      judge(truth);
    }),
  control: async () => {
    for (const [name, flags] of [
      ["careless (synchronous_commit=off)", carelessFlags],
      ["as shipped", []],
    ] as const) {
      const { truth, acknowledged } = await killPostgresOnce(flags, Number(values.wishes));
      say(`${name}: ${acknowledged} acknowledged, ${truth.lost.length} lost`);
      if (truth.lost.length > 0 !== flags.length > 0) process.exitCode = 1;
    }
  },
  r3: () =>
    onOwnServer(async (databaseUrl) => {
      const checkout = await openScratchCheckout(databaseUrl);
      try {
        for (const fault of plantedFaults) await judgeFault(checkout, fault);
      } finally {
        await checkout.remove();
      }
    }),
  r4: () =>
    onOwnServer(async () => {
      const seed = env.fcSeed ?? env.seed | 0;
      say(`FC_SEED=${seed}`);
      const { sequences, steps, refused, returned } = await runModel({
        runs: Number(values.runs),
        seed,
        path: env.fcPath,
        replay: env.fcReplay,
        stepsPerRun: 60,
        tell: (soFar) => {
          if (soFar.sequences % 10 === 0) say(`${soFar.sequences} sequences, ${soFar.steps} steps so far`);
        },
      });
      say(
        `${sequences} sequences, ${steps} steps, ${refused} of them refused without a trace, money back to the brand ${returned} times: no difference`,
      );
    }),
  r9: () =>
    onOwnServer(async () => {
      say(`HARNESS_SEED=${env.seed}`);
      const outcome = await findPlantedFaults(
        Number(values.movements),
        Number(values.faults),
        seededRandom(env.seed),
      );
      const { movements, beforehand, inFlight, planted, missed, invented, kinds, millis } = outcome;
      say(`${movements} movements, ${inFlight} of them in flight, ${beforehand} differences before`);
      say(
        `${planted.length} faults of ${kinds.length} kinds planted: ${planted.length - missed.length} found`,
      );
      say(`${invented.length} found that were not planted; compared in ${millis.join(" and ")} ms`);
      for (const name of [...missed, ...invented]) say(`  ${name}`);
      if (beforehand + missed.length + invented.length > 0) process.exitCode = 1;
    }),
  r6: async () => {
    say(`HARNESS_SEED=${env.seed}`);
    const story = { milestones: Number(values.milestones), parts: Number(values.parts) };
    const random = seededRandom(env.seed);
    const states: EndState[] = [];
    for (const [name, courier] of [
      ["in order", courierInOrder],
      ["shuffled", (...given: Parameters<typeof courierInOrder>) => shufflingCourier(...given, random)],
    ] as const) {
      const { truth, state, counted, stored } = await tellByWebhooks(story, courier);
      const { webhooks, deliveries, late, false: untrue, believed } = counted;
      say(`${name}: ${webhooks} webhooks, ${deliveries} deliveries, ${late} days late, ${stored} stored`);
      say(`${untrue} forged, stale or changed, ${believed} of them believed`);
      if (believed > 0) process.exitCode = 1;
      judge(truth);
      states.push(state);
    }
    const same = isDeepStrictEqual(states[0], states[1]);
    say(same ? "both end in the same state" : "THE STATES DIFFER");
    if (!same) process.exitCode = 1;
  },
  r7: () =>
    inWorld(async (world) => {
      const outcome = await weatherStorms(world, longStorms(Number(values.seconds) * 1_000), (storm) =>
        say(
          `${storm.weather.kind.padEnd(12)} to ${storm.lines.join(" and ").padEnd(21)} recovered after ${Math.round(storm.recoveredMs)} ms`,
        ),
      );
      const { storms, releases, quietMs, slowestJobMs, truth } = outcome;
      say(`${releases} releases; nothing left to do ${Math.round(quietMs)} ms after the last storm`);
      say(`the slowest job took ${slowestJobMs} ms`);
      if (storms.some(({ recoveredMs }) => recoveredMs > 10_000) || slowestJobMs > 300_000)
        process.exitCode = 1;
      judge(truth);
    }),
  r8: () =>
    inWorld(async (world) => {
      const { outcomes, truth } = await reviewOverTheCalendar(world, calendarCases);
      for (const { what, reviewEndsAt, before, afterJumps, releases, reminders } of outcomes) {
        say(
          `${what}: ends ${reviewEndsAt}, ${afterJumps} after jumps, ${before} a second before, then ${releases.join(", ")}`,
        );
        if (releases.length !== 1 || reminders[0] !== reminders[1]) process.exitCode = 1;
      }
      judge(truth);
    }),
  processes: () =>
    inWorld(
      async (world) => {
        const { toldAfterMs, afterSignOut } = await shareBetweenApis(world);
        say(`a change at one API was told by the other after ${Math.round(toldAfterMs)} ms`);
        say(`a session ended at one is refused at the other: ${afterSignOut}`);
        const outcome = await killEachProcess(world, Number(values.seconds), 2_000);
        const { carriedOut, repeated, checks, firedTwice, killed, releases, truth } = outcome;
        say(`calm: ${carriedOut} operations carried out, ${repeated} of them more than once`);
        say(
          `killed ${killed.join(", ")}; ${releases} releases; ${checks} checks by the schedule, ${firedTwice} too many`,
        );
        if (repeated + firedTwice > 0 || afterSignOut === null) process.exitCode = 1;
        judge(truth);
      },
      { processes: severalProcesses },
    ),
  r10: () =>
    onOwnServer(async () => {
      const outcome = await measureLedgerCheck(Number(values.entries), 5, say);
      const { entries, postings, millis, everythingMillis, planted } = outcome;
      const median = [...millis].sort((a, b) => a - b)[Math.floor(millis.length / 2)] ?? 0;
      say(
        `${entries} entries, ${postings} postings: checked in ${median} ms (median of ${millis.join(", ")})`,
      );
      say(`everything at once: ${everythingMillis} ms`);
      for (const { what, invariant, minutes } of planted)
        say(`${minutes === null ? "NOT FOUND" : `found by check ${minutes}`}: ${what} (${invariant})`);
      if (planted.some(({ minutes }) => minutes === null)) process.exitCode = 1;
    }),
  r5: () =>
    inWorld(async (world) => {
      const outcome = await repeatKeys(world, Number(values.keys), Number(values.copies));
      const { requests, drafts, releases, unequal, reused, truth } = outcome;
      say(
        `${requests} requests: ${drafts} drafts and ${releases} releases, ${unequal.length} keys answered unequally`,
      );
      say(`a key with another body: ${[...reused].join(", ")}`);
      judge(truth);
    }),
};

const [what = ""] = positionals;
const command = commands[what];
if (command === undefined) {
  say(usage);
  process.exitCode = 2;
} else {
  await command();
}
