import { afterAll, beforeAll, expect, test } from "vitest";
import { plantedFaults } from "../src/rows/r3-faults";
import { openScratchCheckout, type ScratchCheckout } from "../src/rows/r3-scratch-checkout";

let checkout: ScratchCheckout;
beforeAll(async () => {
  checkout = await openScratchCheckout();
});
afterAll(() => checkout.remove());

test("R3: there are ten faults to plant", () => {
  expect(plantedFaults).toHaveLength(10);
});

test.each(plantedFaults.filter(({ inSql }) => inSql))(
  "R3: noticed when $name",
  async (fault) => {
    expect(await checkout.isCaught(fault)).toBe(true);
  },
  180_000,
);
