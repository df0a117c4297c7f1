import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvField, csvLine } from "./csv";

/** Reads one line back: RFC 4180, then one leading quote taken away. */
function readLine(line: string): string[] {
  const fields: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (const [, quoted, plain] of line.matchAll(pattern)) {
    const text = quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"');
    fields.push(text.startsWith("'") ? text.slice(1) : text);
  }
  return fields;
}

const starts = ["=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠"];
const hostile = fc
  .tuple(
    fc.constantFrom("", ...starts),
    fc.string({ unit: fc.constantFrom(...starts, '"', ",", "a", "1", "(", "é") }),
  )
  .map(([start, rest]) => start + rest);

describe("csvLine", () => {
  it("R17: no field opens as a formula", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = csvField(text).replace(/^"/, "");
        expect(/^[=+\-@\t\r\n＝＋－＠]/.test(cell)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("R17: what was written is read back", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), (texts) => {
        expect(readLine(csvLine(texts))).toEqual(texts);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves ordinary text alone and quotes what needs it", () => {
    expect(csvLine(["Studio Ada", 'the "rough" cut, v2', null, "a\nb"])).toBe(
      'Studio Ada,"the ""rough"" cut, v2",,"a\nb"\r\n',
    );
  });
});
