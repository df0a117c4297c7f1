import { onlineRetailMapping, type RevenueMapping } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { completeMapping, draftOf, emptyDraft, enteredMapping } from "../src/revenue/mapping-draft";
import { sizeTicks } from "../src/revenue/size-ticks";

/** With everything the example does without. */
const till: RevenueMapping = {
  delimiter: ";",
  decimalMark: ",",
  date: { column: "Datum", form: "DD.MM.YYYY", timeZone: "Europe/Berlin" },
  eventId: { columns: ["Bon"], numberRepeats: false },
  item: "Artikel",
  quantity: null,
  returns: { by: "word", column: "Art", sale: ["Verkauf", "Bar"], return: ["Storno"] },
  gross: { from: "column", column: "Summe" },
  tax: "MwSt",
  fees: "Gebühr",
  shipping: "Versand",
  currency: { from: "column", column: "Währung" },
  original: "Zu Bon",
  description: null,
  skip: [{ column: "Artikel", test: "equals", value: "" }],
};
const header = [
  "Datum",
  "Bon",
  "Artikel",
  "Art",
  "Summe",
  "MwSt",
  "Gebühr",
  "Versand",
  "Währung",
  "Zu Bon",
] as const;

describe("a mapping in the form", () => {
  it.each([
    ["the shipped example", onlineRetailMapping],
    ["one with every other choice", till],
    ["one without returns", { ...till, returns: { by: "never" } } satisfies RevenueMapping],
  ])("F62: that is opened and left alone is the same: %s", (_, mapping) => {
    expect(enteredMapping(draftOf(mapping))).toEqual(mapping);
  });

  it("F62: is whole once everything is said and the file has its columns", () => {
    expect(completeMapping(emptyDraft(",", "Europe/London"), header)).toBeNull();
    expect(completeMapping(draftOf(till), header)).toEqual(till);
    expect(completeMapping(draftOf(till), header.slice(1))).toBeNull();
    expect(completeMapping({ ...draftOf(till), saleWords: " , " }, header)).toBeNull();
  });

  it("F62: keeps what was said for one way of telling returns while another is looked at", () => {
    const looked = { ...draftOf(till), returnsBy: "never" } as const;
    expect(completeMapping(looked, header)?.returns).toEqual({ by: "never" });
    expect(completeMapping({ ...looked, returnsBy: "word" }, header)).toEqual(till);
  });

  it("takes decimals for commas where columns are separated by semicolons", () => {
    expect(emptyDraft(";", "Europe/Berlin").decimalMark).toBe(",");
    expect(emptyDraft(",", "Europe/London").decimalMark).toBe(".");
  });
});

describe("how far a file is read", () => {
  it("F62: is told in the unit of the whole file, and never as more than all of it", () => {
    expect(sizeTicks(1_230_000, 4_812_345)).toEqual({ done: 1.2, total: 4.8, unit: "MB" });
    expect(sizeTicks(10, 500)).toEqual({ done: 10, total: 500, unit: "bytes" });
    expect(sizeTicks(9_000, 5_000)).toEqual({ done: 5, total: 5, unit: "KB" });
    expect(sizeTicks(0, 0)).toEqual({ done: 0, total: 0, unit: "bytes" });
  });
});
