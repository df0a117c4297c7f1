import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeAmount } from "../forms/money-input";
import { formatMoney } from "./format-money";
import { describeMoneyProblem } from "./money-problem";
import { type MoneyProblem, parseMoney } from "./parse-money";

describe("parseMoney", () => {
  it.each([
    ["2500", "GBP", "en-GB", 250000n],
    ["2,500.5", "GBP", "en-GB", 250050n],
    [" £ 2,500.00 ", "GBP", "en-GB", 250000n],
    ["2500 GBP", "GBP", "en-GB", 250000n],
    [".05", "GBP", "en-GB", 5n],
    ["5.", "GBP", "en-GB", 500n],
    ["1.234,56", "EUR", "de-DE", 123456n],
    ["1 234,56 €", "EUR", "fr-FR", 123456n],
    ["1’234.56", "CHF", "de-CH", 123456n],
    ["1'234.56", "CHF", "de-CH", 123456n],
    ["12,34,567.89", "USD", "en-IN", 123456789n],
    ["120,000", "JPY", "en-GB", 120000n],
    ["1.234", "KWD", "en-GB", 1234n],
    ["+7", "EUR", "en-GB", 700n],
    ["123456789012345678901234567.89", "USD", "en-US", 12345678901234567890123456789n],
  ])("reads %j in %s, %s", (text, currency, locale, amount) => {
    expect(parseMoney(text, currency, locale)).toEqual({ ok: true, amount });
  });

  it.each<[string, string, string, MoneyProblem]>([
    ["", "GBP", "en-GB", "empty"],
    ["  £ ", "GBP", "en-GB", "empty"],
    ["ten", "GBP", "en-GB", "not_a_number"],
    ["1e3", "GBP", "en-GB", "not_a_number"],
    ["1,23", "GBP", "en-GB", "not_a_number"],
    ["1,2345", "GBP", "en-GB", "not_a_number"],
    ["12.50", "EUR", "de-DE", "not_a_number"],
    ["1.2.3", "GBP", "en-GB", "not_a_number"],
    [".", "GBP", "en-GB", "not_a_number"],
    ["--5", "GBP", "en-GB", "not_a_number"],
    ["$5", "GBP", "en-GB", "not_a_number"],
    ["12.345", "GBP", "en-GB", "too_many_digits"],
    ["1.5", "JPY", "en-GB", "too_many_digits"],
    ["1.2345", "KWD", "en-GB", "too_many_digits"],
    ["-5", "GBP", "en-GB", "negative"],
    ["−5", "GBP", "en-GB", "negative"],
    ["0", "GBP", "en-GB", "zero"],
    ["0.00", "GBP", "en-GB", "zero"],
    ["-0", "GBP", "en-GB", "zero"],
  ])("refuses %j in %s, %s as %s", (text, currency, locale, problem) => {
    expect(parseMoney(text, currency, locale)).toEqual({ ok: false, problem });
  });

  it("refuses a cent more than the maximum and takes the maximum", () => {
    expect(parseMoney("20.00", "GBP", "en-GB", { maximum: 2000n })).toEqual({ ok: true, amount: 2000n });
    expect(parseMoney("20.01", "GBP", "en-GB", { maximum: 2000n })).toEqual({
      ok: false,
      problem: "too_large",
    });
  });

  it("reads back every amount it writes, with and without the currency, in every locale and currency", () => {
    const places = fc.constantFrom(
      "en-GB",
      "en-IN",
      "de-DE",
      "de-CH",
      "fr-FR",
      "sv-SE",
      "pt-PT",
      "ja-JP",
      "pl-PL",
    );
    const currencies = fc.constantFrom("GBP", "EUR", "USD", "JPY", "KWD", "CHF", "SEK");
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), currencies, places, (amount, currency, locale) => {
        const expected = { ok: true, amount };
        expect(parseMoney(writeAmount(amount, currency, locale), currency, locale)).toEqual(expected);
        expect(parseMoney(formatMoney(amount, currency, locale), currency, locale)).toEqual(expected);
      }),
    );
  });
});

describe("an amount in steps", () => {
  it("is refused in between, and only where a step is asked for", () => {
    const steps = { step: 10n };
    expect(parseMoney("1.235", "KWD", "en-GB", steps)).toEqual({ ok: false, problem: "not_in_steps" });
    expect(parseMoney("1.23", "KWD", "en-GB", steps)).toEqual({ ok: true, amount: 1230n });
    expect(parseMoney("1.235", "KWD", "en-GB")).toEqual({ ok: true, amount: 1235n });
  });
});

describe("describeMoneyProblem", () => {
  it("names the limit and gives an example of the reader's own writing", () => {
    expect(describeMoneyProblem("too_large", "GBP", "en-GB", { maximum: 200000n })).toBe(
      "The most you can enter is £2,000.00.",
    );
    expect(describeMoneyProblem("too_many_digits", "JPY", "en-GB")).toBe(
      "JPY has no decimals. Enter a whole amount.",
    );
    expect(describeMoneyProblem("not_a_number", "EUR", "de-DE")).toContain("1.250,00");
    expect(describeMoneyProblem("not_in_steps", "KWD", "en-GB", { step: 10n })).toBe(
      "KWD is paid in steps of KWD\u00a00.010. Write it like KWD\u00a01,250.000.",
    );
  });
});
