import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type FileRow,
  guessDelimiter,
  onlineRetailMapping,
  RevenueFileReader,
  type RevenueMapping,
} from "../../src";
import { CsvReader, readCsv } from "../../src/csv/read-csv";
import { Utf8Reader } from "../../src/csv/utf8-reader";

const header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const row = (invoice: string, rest = "Mug,2,2010-12-01 08:26:00,1.25,,UK") => `${invoice},22326,${rest}`;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads a file in parts of so many bytes. */
function readAll(file: Uint8Array, size: number, mapping: RevenueMapping | null = onlineRetailMapping) {
  const reader = new RevenueFileReader(mapping?.delimiter ?? ",", mapping);
  const rows: FileRow[] = [];
  for (let at = 0; at < file.length; at += size) {
    const found = reader.read(file.subarray(at, at + size));
    if ("what" in found) return { rows, problem: found };
    rows.push(...found);
  }
  const found = reader.end();
  return "what" in found ? { rows, problem: found } : { rows: [...rows, ...found], problem: null };
}

const field = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom('"', '""', "a,b", "x\ny", "\r\n", "", "ü,é"),
);

test("F62: a file that comes in parts is read as one that is there as a whole", () => {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (table, size) => {
        const text = table.map((fields) => fields.map(quoted).join(",")).join("\r\n");
        const reader = new CsvReader(",", Number.POSITIVE_INFINITY);
        const parts = text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [];
        const found = [...parts.flatMap((part) => [...reader.push(part)]), ...reader.end()];
        expect(found).toEqual([...readCsv(text)]);
      },
    ),
  );
});

test("F62: rows become the same lines whatever the size of the parts", () => {
  const file = bytes(
    `\uFEFF${[header, row("536365"), row("536365"), row("C5", "Ünïcode 🎈,-1,2010-12-02 09:00:00,3.10,,UK"), "", row("A9")].join("\r\n")}\r\n`,
  );
  const whole = readAll(file, file.length);
  expect(whole.rows.map(({ position, line, outcome }) => [position, line, outcome?.kind])).toEqual([
    [1, 2, "line"],
    [2, 3, "line"],
    [3, 4, "line"],
    [4, 6, "skipped"],
  ]);
  for (const size of [1, 2, 3, 7, 64]) expect(readAll(file, size)).toEqual(whole);
});

test("F62: a wrong encoding is told with its line, wherever the parts are cut", () => {
  const latin = new Uint8Array([
    ...bytes(`${header}\n${row("1")}\n${row("2", "Caf")}`),
    0xe9,
    ...bytes(`,1\n${row("3")}`),
  ]);
  for (const size of [1, 5, 33, latin.length])
    expect(readAll(latin, size).problem).toEqual({
      line: 3,
      what: "is not UTF-8: save the file as UTF-8",
    });
  const utf16 = new Uint8Array([0xff, 0xfe, 0x49, 0x00]);
  expect(readAll(utf16, 4).problem?.what).toBe("is UTF-16: save the file as UTF-8");
  const reader = new Utf8Reader();
  reader.read(new Uint8Array([0x61, 0xe2, 0x82]));
  expect(reader.end()).toEqual({ line: 1, what: "is not UTF-8: save the file as UTF-8" });
});

test("F62: a header that lacks a column, has one twice or is not there is told by name", () => {
  const headed = (text: string) => readAll(bytes(text), 1_000).problem;
  expect(headed("InvoiceNo,StockCode\n1,2")?.what).toMatch(/no column “InvoiceDate”, “Quantity”/);
  expect(headed(`${header},Country\n`)).toEqual({ line: 1, what: "the header names “Country” twice" });
  expect(headed("")).toEqual({ line: 1, what: "has no header: the file is empty" });
});

test("F62: a quote that is never closed and a row of ten megabytes cost their own row only", () => {
  const open = bytes([header, `"${row("1")}`, row("2")].join("\n"));
  const [first, second] = readAll(open, 50).rows;
  expect(first?.outcome).toMatchObject({
    kind: "faulty",
    faults: [{ column: "row", what: expect.stringMatching(/never closed/) }],
  });
  expect(second?.outcome).toMatchObject({ kind: "line", line: { eventId: "2-22326" } });

  const long = bytes([header, row("1", `"${"x".repeat(10_000_000)}",1`), row("2")].join("\n"));
  const outcomes = readAll(long, 65_536).rows.map(({ outcome }) => outcome?.kind);
  expect(outcomes).toEqual(["faulty", "line"]);
});

test("F62: what no column can hold is a fault of its row", () => {
  const outcomeOf = (rest: string) => readAll(bytes(`${header}\n${row("1", rest)}`), 1_000).rows[0]?.outcome;
  const faulty = (column: string, what: RegExp) => ({
    kind: "faulty",
    faults: [{ column, what: expect.stringMatching(what) }],
  });
  expect(outcomeOf("Mug,99999999999999999,2010-12-01 08:26,0.00,,UK")).toMatchObject(
    faulty("Quantity", /larger than can be kept/),
  );
  expect(outcomeOf(`${"x".repeat(2_001)},1,2010-12-01 08:26,1.00,,UK`)).toMatchObject(
    faulty("Description", /longer than 2000/),
  );
  expect(outcomeOf("a\u0000b,1,2010-12-01 08:26,1.00,,UK")).toMatchObject(
    faulty("Description", /cannot be kept/),
  );
  expect(outcomeOf("Mug,1,2010-12-01 08:26:00.1234567,1.00,,UK")).toMatchObject(
    faulty("InvoiceDate", /more than 6 decimals/),
  );
});

test("F62: the separator is guessed from the header", () => {
  expect(guessDelimiter("a;b;c,d\n1,2,3,4,5")).toBe(";");
  expect(guessDelimiter("a\tb\n")).toBe("\t");
  expect(guessDelimiter("one")).toBe(",");
});
