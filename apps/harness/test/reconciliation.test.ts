import { differenceKinds } from "@evenshare/domain";
import { expect, test } from "vitest";
import { readHarnessEnvironment } from "../src/env";
import { seededRandom } from "../src/random";
import { findPlantedFaults } from "../src/rows/r9-reconciliation";

const { seed } = readHarnessEnvironment();

test(`R9 C10: planted faults of all twelve kinds are found and named, and nothing else (seed ${seed})`, async () => {
  const outcome = await findPlantedFaults(4_000, 48, seededRandom(seed));
  expect(outcome.beforehand).toBe(0);
  expect(outcome.inFlight).toBeGreaterThan(0);
  expect([...outcome.kinds].sort()).toEqual([...differenceKinds].sort());
  expect(outcome.missed).toEqual([]);
  expect(outcome.invented).toEqual([]);
  expect(outcome.planted).toHaveLength(48);
}, 60_000);
