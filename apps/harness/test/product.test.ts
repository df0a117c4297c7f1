import { expect, test } from "vitest";
import { deliverLies, disturbWebhooks } from "../src/rows/disturbed-webhooks";
import {
  sickenFundings,
  sickenTransfersAndPayouts,
  takeDatabaseAway,
  takeProviderAway,
} from "../src/rows/provider-trouble";
import { loseTransferForADay } from "../src/rows/r5-old-provider-key";
import { repeatKeys } from "../src/rows/r5-same-key";
import { shortStorms, weatherStorms } from "../src/rows/r7-network";
import { acceptAllAtOnce } from "../src/rows/r14-parallel-accepts";
import { useWorld } from "./use-world";

/** A dead worker's work is taken over sooner than in production, so that the short form is short. */
const world = useWorld({ variables: { worker: { WORKER_LEASE_SECONDS: "5" } } });

const whole = { lost: [], doubled: [], unended: [], differences: [] };

test("R14: of a hundred people who accept the same work at once, one lets the money go", async () => {
  const { truth, released, refusals } = await acceptAllAtOnce(world(), 100);
  expect(released).toBe(1);
  expect(refusals).toEqual({ "milestone.transition_forbidden": 99 });
  expect(truth).toMatchObject(whole);
}, 120_000);

test("R5: identical requests under one key have one effect and one answer; another body is refused", async () => {
  const outcome = await repeatKeys(world(), 40, 10);
  expect(outcome).toMatchObject({ drafts: 20, releases: 20, unequal: [], truth: whole });
  expect(outcome.reused).toEqual(new Set(["command.key_reused"]));
}, 180_000);

test("R6 C22: events that come twice, late, disordered, badly signed, too early or never end in the same truth", async () => {
  const { truth, idle, heard } = await disturbWebhooks(world());
  expect(idle).toEqual([]);
  expect(heard).toBe(0);
  expect(truth).toMatchObject(whole);
}, 240_000);

test("R6 F91: what a forged, a stale or a lying event says is not believed; an unknown object is put aside", async () => {
  expect(await deliverLies(world())).toEqual({
    forged: 400,
    stale: 400,
    lying: 200,
    unknown: 200,
    outcomes: ["nothing_to_do", "unknown_object"],
    state: "agreed",
  });
}, 120_000);

test("R7: transfers and payouts survive every way in which the provider fails, each made once", async () => {
  const { truth, idle } = await sickenTransfersAndPayouts(world());
  expect(idle).toEqual([]);
  expect(truth).toMatchObject(whole);
}, 300_000);

test("R7: fundings survive every way in which the provider fails, or end with a reason", async () => {
  const { truth, idle, closed } = await sickenFundings(world());
  expect(idle).toEqual([]);
  expect(closed).toBe(2);
  expect(truth).toMatchObject(whole);
}, 300_000);

test("R7: the provider away for five seconds delays, and loses nothing", async () => {
  expect(await takeProviderAway(world(), 5_000)).toMatchObject(whole);
}, 180_000);

test("R7: PostgreSQL gone for ten seconds is said, and loses nothing", async () => {
  const { truth, refusedMeanwhile } = await takeDatabaseAway(world(), 10_000);
  expect(refusedMeanwhile).toBe(503);
  expect(truth).toMatchObject(whole);
}, 180_000);

test("R7: a line to PostgreSQL that is slow, cut, loses answers or falls silent delays, and loses nothing", async () => {
  const { truth, storms } = await weatherStorms(world(), shortStorms(1_000));
  expect(storms).toHaveLength(4);
  expect(truth).toMatchObject(whole);
}, 240_000);

test("R5 C23: a transfer whose answer was lost is found after a day, when the provider has forgotten its key", async () => {
  const { truth, keyKnown, transfers } = await loseTransferForADay(world());
  expect(keyKnown).toBe(false);
  expect(transfers).toBe(1);
  expect(truth).toMatchObject(whole);
}, 180_000);
