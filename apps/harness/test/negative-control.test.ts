import { expect, test } from "vitest";
import { carelessFlags, killPostgresOnce } from "../src/rows/r2-negative-control";

test("R2: with synchronous_commit=off the harness reports releases that were acknowledged and are gone", async () => {
  const { truth, acknowledged } = await killPostgresOnce(carelessFlags, 30);
  expect(acknowledged).toBeGreaterThanOrEqual(30);
  expect(truth.lost.length).toBeGreaterThan(0);
}, 300_000);
