import { expect, test } from "vitest";
import { killEachProcess, severalProcesses, shareBetweenApis } from "../src/rows/several-processes";
import { useWorld } from "./use-world";

const world = useWorld({
  processes: severalProcesses,
  variables: { worker: { WORKER_LEASE_SECONDS: "5" } },
});

test("what one API process changes the other shows at once; a session ended at one is over at the other", async () => {
  const { toldAfterMs, afterSignOut } = await shareBetweenApis(world());
  expect(toldAfterMs).toBeLessThan(10_000);
  expect(afterSignOut).toBe("session.missing");
});

test("R2: over two APIs and three workers jobs run once, the schedule fires once, and killing each loses nothing", async () => {
  const outcome = await killEachProcess(world(), 4, 500);
  expect(outcome.truth).toMatchObject({ lost: [], doubled: [], unended: [], differences: [] });
  expect(outcome).toMatchObject({ repeated: 0, firedTwice: 0 });
  expect(outcome.carriedOut).toBeGreaterThan(20);
  expect(outcome.checks).toBeGreaterThan(0);
  expect(outcome.killed).toHaveLength(5);
}, 300_000);
