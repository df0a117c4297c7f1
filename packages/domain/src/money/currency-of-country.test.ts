import { describe, expect, it } from "vitest";
import { currencyOfCountry } from "./currency-of-country";

describe("currencyOfCountry", () => {
  it.each([
    ["GB", "GBP"],
    ["DE", "EUR"],
    ["LI", "CHF"],
    ["PL", "EUR"],
    ["US", "USD"],
  ])("pays people in %s in %s", (country, currency) => {
    expect(currencyOfCountry(country)).toBe(currency);
  });
});
