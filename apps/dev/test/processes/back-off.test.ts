import { expect, test } from "vitest";
import { createBackOff } from "../../src/processes/back-off";

test("pauses double up to ten seconds", () => {
  const backOff = createBackOff(() => 0);
  const pauses = Array.from({ length: 8 }, () => backOff.nextPauseMs());
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test("half a minute of health starts over, less does not", () => {
  let now = 0;
  const backOff = createBackOff(() => now);
  backOff.nextPauseMs();
  backOff.healthy();
  now = 29_999;
  expect(backOff.nextPauseMs()).toBe(500);
  backOff.healthy();
  now += 30_000;
  expect(backOff.nextPauseMs()).toBe(250);
});
