import { expect, test } from "vitest";
import {
  columnsOf,
  onlineRetailMapping,
  type RevenueMapping,
  RowMapper,
  type RowOutcome,
  revenueMappingSchema,
} from "../../src";
import { readCsv } from "../../src/csv/read-csv";
import { openZone } from "../../src/time/zone";

const retailHeader = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

function mapAll(mapping: RevenueMapping, text: string): RowOutcome[] {
  const [header, ...records] = readCsv(text);
  const mapper = new RowMapper(mapping, header?.fields ?? [], openZone(mapping.date.timeZone));
  return records.map((record) => mapper.map(record));
}

const retail = (...rows: readonly string[]) =>
  mapAll(onlineRetailMapping, [retailHeader, ...rows].join("\n"));
const lines = (outcomes: readonly RowOutcome[]) =>
  outcomes.flatMap((outcome) => (outcome.kind === "line" ? [outcome.line] : []));
const faults = (outcomes: readonly RowOutcome[]) =>
  outcomes.map((outcome) =>
    outcome.kind === "faulty" ? outcome.faults.map(({ column, what }) => `${column} ${what}`) : [],
  );

test("F62: a retailer's line becomes a sale of quantity × price, in the time of its place", () => {
  const [line] = lines(retail("600001,10001,LANTERN,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom"));
  expect(line).toEqual({
    eventId: "600001-10001",
    at: { seconds: Date.parse("2010-12-01T08:26:00Z") / 1000, decimals: "" },
    type: "sale",
    item: "10001",
    quantity: 6n,
    gross: 1_530n,
    tax: 0n,
    fees: 0n,
    shipping: 0n,
    currency: "GBP",
    originalId: null,
    description: "LANTERN",
  });
});

test("F62 F66: a negative quantity is a return with positive amounts, and one below zero with no price is one of nothing", () => {
  const mapped = lines(
    retail(
      "C600002,10001,LANTERN,-6,2010-12-02 08:26:00,2.55,,",
      "600003,10001,,-3,2010-12-02 08:27:00,0.0,,",
    ),
  );
  expect(mapped).toMatchObject([
    { eventId: "C600002-10001", type: "return", quantity: 6n, gross: 1_530n },
    { type: "return", quantity: 3n, gross: 0n },
  ]);
});

test("F62 C17: repeats of a product in an invoice are numbered in the order of the file, faulty rows included", () => {
  const row = "600001,10001,LANTERN,1,2010-12-01 08:26:00,2.55,,";
  const outcomes = retail(row, row.replace(",1,", ",one,"), row, row.replace("10001", "10002"));
  expect(lines(outcomes).map(({ eventId }) => eventId)).toEqual([
    "600001-10001",
    "600001-10001-3",
    "600001-10002",
  ]);
});

test("F62: rows that the mapping leaves out are skipped, and nothing else about them is judged", () => {
  expect(retail("A600004,B,Adjust bad debt,1,2010-12-01 14:50:00,-11062.06,,")).toEqual([
    { kind: "skipped" },
  ]);
});

test("F62: each fault of a row names its column and reason", () => {
  expect(
    faults(
      retail(
        "600001,,LANTERN,1.5,2010-02-30 08:26:00,2.55,,",
        "600001,10001,LANTERN,1,01/12/2010 08:26,2.555,,",
        "600001,10001,LANTERN,1,2010-12-01 08:26:00,-2.55,,",
        "600001,10001,LANTERN,1,2010-12-01 08:26:00,1.000.00,,",
        "600001,10001",
        '600001,10001,"LANTERN"x,1,2010-12-01 08:26:00,2.55,,',
      ),
    ),
  ).toEqual([
    [
      "StockCode is empty",
      "InvoiceDate is no time written YYYY-MM-DD, or not in the calendar",
      "Quantity is no whole number",
      "Quantity × UnitPrice comes to more than the 2 decimals of GBP",
    ],
    [
      "InvoiceDate is no time written YYYY-MM-DD, or not in the calendar",
      "Quantity × UnitPrice comes to more than the 2 decimals of GBP",
    ],
    ["Quantity × UnitPrice is below zero on a sale"],
    ["UnitPrice is no figure"],
    ["row has 2 fields where the header has 8"],
    ["Description goes on after its closing quote"],
  ]);
});

const shop: RevenueMapping = {
  delimiter: ",",
  decimalMark: ",",
  date: { column: "Datum", form: "DD.MM.YYYY", timeZone: "Europe/Berlin" },
  eventId: { columns: ["Nr"], numberRepeats: false },
  item: "Artikel",
  quantity: null,
  returns: { by: "word", column: "Art", sale: ["Verkauf"], return: ["Retoure", "Storno"] },
  gross: { from: "column", column: "Betrag" },
  tax: "MwSt",
  fees: null,
  shipping: null,
  currency: { from: "column", column: "Währung" },
  original: "Zu",
  description: null,
  skip: [{ column: "Artikel", test: "equals", value: "PORTO" }],
};

test("F62: decimal commas, days first, words for returns, taxes and pointers to the sale are read as mapped", () => {
  const outcomes = mapAll(
    shop,
    [
      "Nr,Datum,Artikel,Art,Betrag,MwSt,Währung,Zu",
      '1,31.03.2011,A,Verkauf,"119,00","19,00",EUR,',
      '2,01.04.2011 09:30,A,Storno,"-119","-19,0",EUR,1',
      "3,01.04.2011,PORTO,Verkauf,4,,EUR,",
      "4,01.04.2011,A,Gutschein,4,,EUR,",
      '5,01.04.2011,A,Verkauf,"4,5",,XXX,',
      '6,01.04.2011,A,Verkauf,"4,5",,JPY,',
    ].join("\r\n"),
  );
  expect(lines(outcomes)).toMatchObject([
    { eventId: "1", type: "sale", gross: 11_900n, tax: 1_900n, quantity: null, originalId: null },
    { eventId: "2", type: "return", gross: 11_900n, tax: 1_900n, originalId: "1" },
  ]);
  expect(lines(outcomes).map(({ at }) => new Date(at.seconds * 1000).toISOString())).toEqual([
    "2011-03-30T22:00:00.000Z",
    "2011-04-01T07:30:00.000Z",
  ]);
  expect(faults(outcomes)).toEqual([
    [],
    [],
    [],
    ["Art is neither a word for a sale nor for a return"],
    ["Währung is no currency that is offered here"],
    ["Betrag comes to more than the 0 decimals of JPY"],
  ]);
});

test("F62: a mapping is checked as it is saved, and says which columns it needs", () => {
  expect(revenueMappingSchema.parse(onlineRetailMapping)).toEqual(onlineRetailMapping);
  expect(columnsOf(onlineRetailMapping)).toEqual([
    "InvoiceDate",
    "InvoiceNo",
    "StockCode",
    "Quantity",
    "UnitPrice",
    "Description",
  ]);
  expect(revenueMappingSchema.safeParse({ ...shop, decimalMark: "'" }).success).toBe(false);
  expect(revenueMappingSchema.safeParse({ ...shop, extra: 1 }).success).toBe(false);
});
