import { describe, expect, it } from "vitest";
import { formatAmount } from "./currencies";
import { cardFee } from "./fees";

describe("cardFee", () => {
  it.each([
    ["gbp", 50_000, 770],
    ["gbp", 100, 22],
    ["gbp", 33, 20],
    ["gbp", 34, 21],
    ["eur", 99_999_999, 1_500_020],
    ["jpy", 1_000, 45],
    ["kwd", 10_000, 250],
    ["kwd", 10_330, 250],
    ["kwd", 10_340, 260],
    ["isk", 100_000, 3_500],
  ])("on %s %i is %i", (currency, amount, fee) => {
    expect(cardFee(amount, currency)).toBe(fee);
  });
});

describe("formatAmount", () => {
  it.each([
    [123_456, "gbp", "1,234.56 GBP"],
    [5, "eur", "0.05 EUR"],
    [0, "usd", "0.00 USD"],
    [-1_050, "gbp", "−10.50 GBP"],
    [1_234_567, "jpy", "1,234,567 JPY"],
    [1_500, "kwd", "1.500 KWD"],
  ])("%i %s is %s", (amount, currency, text) => {
    expect(formatAmount(amount, currency)).toBe(text);
  });
});
