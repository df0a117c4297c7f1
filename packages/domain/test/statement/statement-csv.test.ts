import fc from "fast-check";
import { expect, it } from "vitest";
import { balanceCsv, type EventFacts, linesCsv, type StatementRecord } from "../../src";
import { readCsv } from "../../src/csv/read-csv";
import { anyEvents, anyTerms, months, recordOf } from "./record-scene";
import { returned, sale, termsOf } from "./terms-builder";

/** The rows of a file by the names of their columns, read as an import reads them: one leading `'` is taken away. */
function rowsOf(csv: string): Record<string, string>[] {
  const [header, ...records] = [...readCsv(csv)];
  expect(records.flatMap(({ problems }) => problems)).toEqual([]);
  return records.map(({ fields }) =>
    Object.fromEntries(fields.map((field, index) => [header?.fields[index] ?? "", field.replace(/^'/, "")])),
  );
}

const totalOf = (rows: readonly Record<string, string>[], column: string) =>
  String(rows.reduce((sum, row) => sum + BigInt(row[column] ?? "none"), 0n));

it("F87: lines.csv has the columns of the rules, dates and amounts that a machine reads", () => {
  const sold = sale(12_000n, { id: "a", tax: 2_000n });
  const back = returned(6_000n, { id: "b", originalId: "a", tax: 1_000n });
  const elsewhere = returned(600n, { id: "c", originalId: "old" });
  const facts: EventFacts = { source: "shop, web", description: "Lunch box", quantity: 2n, original: null };
  const record = recordOf(termsOf({ deductions: ["tax"] }), [sold, back, elsewhere], {
    eventFacts: new Map<string, EventFacts>([
      ["a", facts],
      ["b", { ...facts, quantity: null }],
      ["c", { ...facts, original: { statement: "ACME-AGR-1-2010-0", line: 4 } }],
    ]),
  });
  expect(linesCsv(record).split("\r\n")).toEqual([
    "statement_no,line_no,original_line,date,source,item,qty,sr_flag,gross_minor,gross,deductions_minor,deductions,net_minor,net,tier,rate_bp,share_minor,share,reserve_minor,reserve,currency,fx_rate,agreement_version",
    'ACME-AGR-1-2010-1,1,,2010-12-10,"shop, web",22326,2,S,12000,120.00,2000,20.00,10000,100.00,1,10000,10000,100.00,0,0.00,GBP,,2',
    'ACME-AGR-1-2010-1,2,1,2010-12-10,"shop, web",22326,,R,-6000,-60.00,-1000,-10.00,-5000,-50.00,1,10000,-5000,-50.00,0,0.00,GBP,,2',
    'ACME-AGR-1-2010-1,3,ACME-AGR-1-2010-0/4,2010-12-10,"shop, web",22326,2,R,-600,-6.00,0,0.00,-600,-6.00,1,10000,-600,-6.00,0,0.00,GBP,,2',
    "",
  ]);
});

it("F87 R19: the files add up to the record", () => {
  fc.assert(
    fc.property(anyTerms, anyEvents, fc.constantFrom(...months), (terms, events, period) => {
      const record = recordOf(terms, events, { period });
      const lines = rowsOf(linesCsv(record));
      expect(lines).toHaveLength(record.lines.length);
      expect(totalOf(lines, "net_minor")).toBe(record.summary.netRevenue.minor);
      expect(totalOf(lines, "share_minor")).toBe(record.summary.share.minor);
      expect(totalOf(lines, "reserve_minor")).toBe(record.summary.heldBack.minor);
      for (const row of lines)
        expect(row["share_minor"]).toBe(row["share"]?.replace(".", "").replace(/^(-?)0+(?=\d)/, "$1"));
      const balance = rowsOf(balanceCsv(record));
      const proof = balance.filter(({ section }) => section === "proof");
      expect(totalOf(proof.slice(0, -1), "amount_minor")).toBe(proof.at(-1)?.["amount_minor"]);
      for (const [code, figure] of summaryOf(record)) {
        const row = balance.find((one) => one["section"] === "summary" && one["code"] === code);
        expect(row).toMatchObject({ amount_minor: figure.minor, amount: figure.decimal, currency: "GBP" });
      }
    }),
    { numRuns: 150 },
  );
});

function summaryOf({ summary }: StatementRecord) {
  return [
    ["net-revenue", summary.netRevenue],
    ["share", summary.share],
    ["held-back", summary.heldBack],
    ["recouped", summary.recouped],
    ["payable", summary.payable],
  ] as const;
}

const starts = ["=", "+", "-", "@", "\t", "\r", "'"];
const hostile = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.string({ unit: fc.constantFrom(...starts, '"', ",", "\n", "1", "a") }),
  )
  .map(([start, rest]) => start + rest);

it("R17: no text of a statement opens as a formula, and an import gets it back", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (item, source, originalId) => {
      const record = recordOf(termsOf(), [returned(500n, { id: "b", item, originalId })], {
        eventFacts: new Map([["b", { source, description: null, quantity: null, original: null }]]),
      });
      const csv = linesCsv(record);
      const [, first] = [...readCsv(csv)];
      const text = [first?.fields[2], first?.fields[4], first?.fields[5]];
      for (const field of text) expect(field).toMatch(/^'/);
      expect(rowsOf(csv)).toMatchObject([{ original_line: originalId, source, item, net: "-5.00" }]);
    }),
    { numRuns: 500 },
  );
});
