import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, shareOf } from "../src";

test.each([
  { total: 1_000_001n, rates: [7_000n, 3_000n], parts: [700_001n, 300_000n] },
  { total: 1_001n, rates: [5_000n, 5_000n], parts: [501n, 500n] },
  { total: 645n, rates: [3_000n, 7_000n], parts: [194n, 451n] },
  { total: -1_001n, rates: [5_000n, 5_000n], parts: [-501n, -500n] },
])("R21: $total minor units divide into $parts", ({ total, rates, parts }) => {
  expect(allocate(total, rates)).toEqual(parts);
});

const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((w) => w > 0n));

test("R21: the parts of any amount add up to it, whatever the sign and the number of parties", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), weights, (total, all) => {
      expect(allocate(total, all).reduce((a, b) => a + b, 0n)).toBe(total);
    }),
    { numRuns: 2_000 },
  );
});

test("R21: no part is more than one minor unit away from its exact share", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (total, all) => {
      const whole = all.reduce((a, b) => a + b, 0n);
      for (const [index, part] of allocate(total, all).entries()) {
        const difference = part * whole - total * (all[index] ?? 0n);
        expect(difference < whole && difference > -whole).toBe(true);
      }
    }),
  );
});

test("dividing by nothing or by a negative weight is a mistake of the caller", () => {
  expect(() => allocate(10n, [])).toThrow(RangeError);
  expect(() => allocate(10n, [0n, 0n])).toThrow(RangeError);
  expect(() => allocate(10n, [5n, -1n])).toThrow(RangeError);
});

test("a share is rounded half up, the same for both signs", () => {
  expect(shareOf(10_000n, 250n)).toBe(250n);
  expect(shareOf(20n, 250n)).toBe(1n);
  expect(shareOf(19n, 250n)).toBe(0n);
  expect(shareOf(-20n, 250n)).toBe(-1n);
});

test("R21: a share is exact however large the amount, where floating point is not", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(0n, 10_000n), (amount, rate) => {
      const share = shareOf(amount, rate);
      const twice = 2n * (share * 10_000n - amount * rate);
      expect(twice > -10_000n && twice <= 10_000n).toBe(true);
    }),
  );
});
