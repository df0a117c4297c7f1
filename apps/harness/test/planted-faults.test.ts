import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plantedFaults } from "../src/rows/r3-faults";
import { openScratchCheckout, type ScratchCheckout } from "../src/rows/r3-scratch-checkout";

let checkout: ScratchCheckout;
beforeAll(async () => {
  checkout = await openScratchCheckout();
});
afterAll(() => checkout.remove());

test("R3: there are ten faults, and each finds the place where it is planted", async () => {
  expect(plantedFaults).toHaveLength(10);
  for (const { file, find } of plantedFaults.flatMap(({ edits }) => edits)) {
    const text = await readFile(join(import.meta.dirname, "../../..", file), "utf8");
    expect(text, file).toContain(find);
  }
});

test.each(plantedFaults.filter(({ inSql }) => inSql))(
  "R3: noticed when $name",
  async (fault) => {
    expect(await checkout.isCaught(fault)).toBe(true);
  },
  180_000,
);
