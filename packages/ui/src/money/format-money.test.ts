import { currencyCodes, minorDigits } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { currencyDigits, formatMoney, formatMoneyParts, toDecimal } from "./format-money";

/** Intl has several kinds of spaces and apostrophes, and changes its mind; what matters is that there is one. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replaceAll("’", "'");

describe("formatMoney", () => {
  it.each([
    [250000n, "GBP", "en-GB", "£2,500.00"],
    [5n, "GBP", "en-GB", "£0.05"],
    [0n, "EUR", "en-GB", "€0.00"],
    [-5n, "GBP", "en-GB", "−£0.05"],
    [120000n, "JPY", "en-US", "¥120,000"],
    [1234567n, "KWD", "en-US", "KWD 1,234.567"],
    [123456n, "EUR", "de-DE", "1.234,56 €"],
    [-123456n, "EUR", "de-DE", "−1.234,56 €"],
    [123456789n, "CHF", "de-CH", "CHF 1'234'567.89"],
  ])("writes %s minor units of %s in %s as %s", (amount, currency, locale, written) => {
    expect(plain(formatMoney(amount, currency, locale))).toBe(written);
  });

  it("writes amounts beyond every float to the last digit", () => {
    expect(formatMoney(123456789012345678901234567n, "USD", "en-US")).toBe(
      "$1,234,567,890,123,456,789,012,345.67",
    );
  });

  it("uses Latin digits where the locale would not, because only those are tabular here", () => {
    expect(formatMoney(123n, "EUR", "ar-EG")).toMatch(/1.23/);
  });

  it("writes a plus on request, and none on zero", () => {
    expect(formatMoney(100n, "GBP", "en-GB", { sign: "always" })).toBe("+£1.00");
    expect(formatMoney(0n, "GBP", "en-GB", { sign: "always" })).toBe("£0.00");
  });

  it("cuts an amount around its decimals, on either side of which the currency may stand", () => {
    expect(formatMoneyParts(250000n, "GBP", "en-GB")).toEqual({
      before: "£2,500",
      fraction: ".00",
      after: "",
    });
    const german = formatMoneyParts(250000n, "EUR", "de-DE");
    expect({ ...german, after: plain(german.after) }).toEqual({
      before: "2.500",
      fraction: ",00",
      after: " €",
    });
    expect(formatMoneyParts(2500n, "JPY", "en-US").fraction).toBe("");
  });

  it("refuses what is not a currency", () => {
    expect(() => formatMoney(1n, "pounds", "en-GB")).toThrow(RangeError);
  });
});

describe("currencyDigits", () => {
  it.each(currencyCodes)("has as many digits for %s as the domain has", (currency) => {
    expect(currencyDigits(currency)).toBe(minorDigits(currency));
  });
});

describe("toDecimal", () => {
  it.each([
    [-5n, 2, "-0.05"],
    [7n, 0, "7"],
    [1n, 3, "0.001"],
    [100n, 2, "1.00"],
  ])("writes %s with %s digits as %s", (amount, digits, text) => {
    expect(toDecimal(amount, digits)).toBe(text);
  });
});
