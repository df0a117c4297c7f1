import { expect, test } from "vitest";
import { repeat } from "../src/repeat";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

test("a round that throws does not end the repetition, and stopping waits for the round under way", async () => {
  let rounds = 0;
  let finished = 0;
  let reached: () => void = () => {};
  const third = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const repeating = repeat("the test", 1, silent, async () => {
    rounds += 1;
    if (rounds === 1) throw new Error("the first one fails");
    if (rounds === 3) reached();
    await Promise.resolve();
    finished += 1;
  });
  await third;
  await repeating.stop();
  const after = rounds;
  expect(finished).toBe(rounds - 1);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(rounds).toBe(after);
});
