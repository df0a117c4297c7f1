import { expect, test } from "vitest";
import { formatAmount } from "./money";

const nbsp = "\u00a0";

test("amounts are written with their currency and its own digits", () => {
  expect(formatAmount(250_000n, "GBP")).toBe("£2,500.00");
  expect(formatAmount(5n, "EUR")).toBe("€0.05");
  expect(formatAmount(0n, "USD")).toBe("US$0.00");
  expect(formatAmount(150_000n, "JPY")).toBe("JP¥150,000");
  expect(formatAmount(1_500_250n, "KWD")).toBe(`KWD${nbsp}1,500.250`);
});

test("an amount beyond what a float can hold is exact to the cent", () => {
  expect(formatAmount(123_456_789_012_345_678_901n, "GBP")).toBe("£1,234,567,890,123,456,789.01");
});

test("a negative amount is never written", () => {
  expect(() => formatAmount(-1n, "GBP")).toThrow(TypeError);
});
