import { faultPoints } from "@evenshare/application";
import { expect, test } from "vitest";
import { readHarnessEnvironment } from "../src/env";
import { seededRandom } from "../src/random";
import { crashBetweenAskingAndApproving } from "../src/rows/r1-approvals";
import { crashThroughAllPoints } from "../src/rows/r1-chain";
import { apiPoints, workerPoints } from "../src/rows/r1-points";
import { recoveryLimitMs } from "../src/rows/r1-rounds";
import { killAtRandom } from "../src/rows/r2-random-kills";
import { useWorld } from "./use-world";

/** A dead worker's work is taken over sooner than in production, so that the short form is short. */
const world = useWorld({ variables: { worker: { WORKER_LEASE_SECONDS: "5" } } });
const random = seededRandom(readHarnessEnvironment().seed);

const whole = { lost: [], doubled: [], unended: [], differences: [] };

test("every fault point of a release is visited", () => {
  expect(new Set([...apiPoints, ...workerPoints])).toEqual(new Set(faultPoints));
});

test("R1: killed at every point of a release, nothing is lost or doubled and each one ends within a minute", async () => {
  const { truth, recoveredMs } = await crashThroughAllPoints(world());
  expect(truth).toMatchObject(whole);
  expect(recoveredMs).toBeLessThan(recoveryLimitMs);
}, 300_000);

test(`R2: kill −9 of the API, the worker and PostgreSQL at random under load (HARNESS_SEED=${random.seed})`, async () => {
  const { truth, kills } = await killAtRandom(world(), random, { releasing: 4, fundings: 6, seconds: 20 });
  expect(kills.api + kills.worker + kills.postgres).toBeGreaterThan(0);
  expect(truth).toMatchObject(whole);
}, 300_000);

test("R1 R14: killed while a release is asked for and while it is approved, it is asked for once and goes once", async () => {
  const { truth, kills, statuses } = await crashBetweenAskingAndApproving(world());
  expect(kills).toBe(6);
  expect(statuses).toEqual(["approved", "approved", "approved"]);
  expect(truth).toMatchObject(whole);
}, 300_000);
