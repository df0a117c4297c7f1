import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderShares, type ShareSegment, sharePermille } from "./share-proportions";

describe("sharePermille", () => {
  it.each<[string, bigint[], number[]]>([
    ["a fifth and the rest", [50000n, 200000n], [200, 800]],
    ["three thirds", [1n, 1n, 1n], [334, 333, 333]],
    ["nothing", [0n, 0n], [0, 0]],
    ["one part", [7n], [1000]],
    ["a part of zero", [0n, 9n], [0, 1000]],
    ["no parts", [], []],
    ["a part too small to write", [1n, 10n ** 40n], [0, 1000]],
  ])("divides %s", (_name, amounts, parts) => {
    expect(sharePermille(amounts)).toEqual(parts);
  });

  it("always makes a whole, each part within a tenth of a percent of the truth", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 1, maxLength: 8 }),
        (amounts) => {
          const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
          const parts = sharePermille(amounts);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole === 0n ? 0 : 1000);
          for (const [index, amount] of amounts.entries()) {
            const error = BigInt(parts[index] ?? 0) * whole - amount * 1000n;
            expect(error < whole || whole === 0n).toBe(true);
            expect(-error < whole || whole === 0n).toBe(true);
          }
        },
      ),
    );
  });

  it("refuses a negative part", () => {
    expect(() => sharePermille([-1n, 2n])).toThrow(RangeError);
  });
});

describe("orderShares", () => {
  it("puts released before held before what is to fund, however they are given, and keeps equals as given", () => {
    const segment = (id: string, tone: ShareSegment["tone"]) => ({ id, label: id, amount: 1n, tone });
    const given = [
      segment("a", "open"),
      segment("b", "held"),
      segment("c", "released"),
      segment("d", "held"),
    ];
    expect(orderShares(given).map(({ id }) => id)).toEqual(["c", "b", "d", "a"]);
    expect(given.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  });
});
