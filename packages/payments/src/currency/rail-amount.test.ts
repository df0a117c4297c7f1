import { currencyCodes, minorDigits } from "@evenshare/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWire, toWire, toWireCurrency, wireCurrency, wireRule } from "./rail-amount";

const currencies = [...currencyCodes, "ISK", "UGX", "BHD", "JOD", "OMR", "TND"];
const amount = fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n });

describe("amounts on Stripe's wire", () => {
  it("come back as they were sent, in every currency, or are not sent at all", () => {
    fc.assert(
      fc.property(fc.constantFrom(...currencies), amount, (currency, units) => {
        const rule = wireRule(currency);
        const wire = toWire(units, rule);
        if (wire === null) expect(units % 10n).not.toBe(0n);
        else expect(fromWire(wire, rule)).toBe(units);
      }),
    );
  });

  it("keep their order and their sums", () => {
    fc.assert(
      fc.property(fc.constantFrom(...currencies), amount, amount, (currency, a, b) => {
        const rule = wireRule(currency);
        const [first, second] = [toWire(a * 10n, rule), toWire(b * 10n, rule)];
        if (first === null || second === null) throw new Error("multiples of ten can always be sent");
        expect(fromWire(first + second, rule)).toBe((a + b) * 10n);
        expect(first < second).toBe(a < b);
      }),
    );
  });

  it("travel unchanged in every offered currency of up to two digits", () => {
    for (const currency of currencyCodes.filter((code) => minorDigits(code) <= 2)) {
      expect(toWire(12_345n, wireRule(currency))).toBe(12_345);
    }
  });

  it("end in 0 where Stripe takes two of three digits", () => {
    expect(toWire(12_340n, wireRule("KWD"))).toBe(12_340);
    expect(toWire(12_345n, wireRule("KWD"))).toBeNull();
  });

  it("carry two digits where ISO has none and Stripe wants them", () => {
    expect(toWire(500n, wireRule("ISK"))).toBe(50_000);
    expect(fromWire(50_000, wireRule("UGX"))).toBe(500n);
    expect(() => fromWire(50_001, wireRule("ISK"))).toThrow(RangeError);
  });

  it("stay within what a JSON number holds exactly", () => {
    const largest = BigInt(Number.MAX_SAFE_INTEGER);
    expect(toWire(largest, wireRule("GBP"))).toBe(Number.MAX_SAFE_INTEGER);
    expect(toWire(largest + 1n, wireRule("GBP"))).toBeNull();
    for (const nonsense of [0.1, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
      expect(() => fromWire(nonsense, wireRule("GBP"))).toThrow(RangeError);
    }
  });

  it("name their currency in lower case", () => {
    for (const currency of currencyCodes) {
      expect(wireCurrency.parse(toWireCurrency(currency))).toBe(currency);
    }
    expect(wireCurrency.safeParse("xyz").success).toBe(false);
  });
});
