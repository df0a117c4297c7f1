import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyCodes, minorDigits } from "../money/currency";
import { csvLine } from "./csv";
import { decimalAmount } from "./decimal-amount";

describe("decimalAmount", () => {
  it("writes all the digits of each currency", () => {
    expect(decimalAmount(123450n, "GBP")).toBe("1234.50");
    expect(decimalAmount(-5n, "EUR")).toBe("-0.05");
    expect(decimalAmount(500n, "JPY")).toBe("500");
    expect(decimalAmount(1n, "KWD")).toBe("0.001");
  });

  it("R17: is read back as the same amount, for any amount and currency", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.constantFrom(...currencyCodes),
        (amount, currency) => {
          const text = decimalAmount(amount, currency);
          expect(BigInt(text.replace(".", ""))).toBe(amount);
          expect(text.split(".")[1]?.length ?? 0).toBe(minorDigits(currency));
          expect(csvLine([{ figure: text }])).toBe(`${text}\r\n`);
        },
      ),
    );
  });

  it("R17: nothing but a figure passes as one", () => {
    for (const figure of ["=1", "-1+1", "+1", "1e5", "", "-", "1.", "１"]) {
      expect(() => csvLine([{ figure }])).toThrow(RangeError);
    }
  });
});
