import { expect, test } from "vitest";
import { measureLedgerCheck } from "../src/rows/r10-ledger-size";
import { plantedRows } from "../src/rows/r10-planted-rows";

test("R10: a bad row of every invariant is named by the checks of an hour, and a sound ledger by none", async () => {
  const { planted, entries } = await measureLedgerCheck(1_000, 2, () => undefined);
  expect(entries).toBeGreaterThan(1_000);
  expect(planted.filter(({ minutes }) => minutes === null)).toEqual([]);
  expect(planted).toHaveLength(plantedRows.length);
}, 120_000);
