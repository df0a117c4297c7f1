import { createHash } from "node:crypto";
import {
  amountsIn,
  buildStatementRecord,
  calculateStatements,
  parsePeriodName,
  plainPayee,
  type StatementRecord,
} from "@evenshare/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStatementFiles } from "../src";
import { anyStatement, figuresIn, pagesOf, textOf, withoutSpaces } from "./statement-reading";
import { factsOf, inputOf, monthOf, recordOf, studio, termsOf, twoMonths } from "./statement-scenes";

const draw = createStatementFiles();
const whole = recordOf(termsOf(), twoMonths);
const stated = { tax: null, fx: null, payout: null, previous: null, changeNotes: [], approvals: [] };

describe("the files of a statement", () => {
  it("F87 R19: paper, CSV, JSON and calculation say the same, to the cent", async () => {
    await fc.assert(
      fc.asyncProperty(anyStatement, async ({ terms, events, currency, period }) => {
        const input = inputOf(terms, events, { ...stated, currency, period });
        const record = buildStatementRecord(input);
        const { pdf, json, linesCsv, balanceCsv } = draw(record);
        const results = calculateStatements(terms, events, parsePeriodName(period, "month") ?? 0);
        const statement = results.at(-1)?.statements[0];
        if (statement === undefined) throw new Error("nothing was computed");
        const { share, settlement } = statement;
        const net = results.at(-1)?.accrual.net ?? 0n;
        const expected = [net, share, settlement.reserveTaken, settlement.recouped, settlement.payable];
        const decimals = expected.map((amount) => amountsIn(currency)(amount).decimal);
        const parsed: StatementRecord = JSON.parse(json);
        const { netRevenue, share: shown, heldBack, recouped, payable } = parsed.summary;
        const figures = [netRevenue, shown, heldBack, recouped, payable];
        expect(figures.map(({ minor }) => minor)).toEqual(expected.map(String));
        expect(figures.map(({ decimal }) => decimal)).toEqual(decimals);
        const read = figuresIn(await textOf(pdf), currency.code);
        expect(read.summary).toEqual(decimals);
        expect(read.steps).toEqual(record.steps.map(({ amount }) => amount.decimal));
        expect(read.proof).toEqual(record.proof.map(({ amount }) => amount.decimal));
        const rows = balanceCsv.split("\r\n").map((row) => row.split(","));
        const csvOf = (section: string) => rows.filter((row) => row[2] === section).map((row) => row[5]);
        expect(csvOf("summary")).toEqual(decimals);
        expect(csvOf("calculation")).toEqual(read.steps);
        expect(csvOf("proof")).toEqual(read.proof);
        const lines = linesCsv
          .split("\r\n")
          .slice(1, -1)
          .map((row) => row.split(","));
        const csvTotal = (column: number) =>
          lines.reduce((sum, row) => sum + BigInt(row[column] ?? "none"), 0n);
        expect([csvTotal(12), csvTotal(16), csvTotal(18)]).toEqual(expected.slice(0, 3));
        if (lines.length > 0) expect(read.lines).toEqual([decimals[0], decimals[1]]);
      }),
      { numRuns: 120 },
    );
  });

  it("R19: the same record gives the same bytes in every file, others give others; the PDF is tagged", () => {
    const files = draw(whole);
    draw(recordOf(termsOf(), monthOf("2011-01", 3)));
    const again = createStatementFiles()(
      recordOf(termsOf(), [...twoMonths].reverse(), { eventFacts: factsOf(twoMonths) }),
    );
    expect(again.json).toBe(files.json);
    expect(again.linesCsv + again.balanceCsv).toBe(files.linesCsv + files.balanceCsv);
    expect(Buffer.from(again.pdf).equals(Buffer.from(files.pdf))).toBe(true);
    const other = draw(recordOf(termsOf(), twoMonths, { engineVersion: "1.0.1" }));
    expect(Buffer.from(other.pdf).equals(Buffer.from(files.pdf))).toBe(false);
    expect(other.sha256).not.toBe(files.sha256);
    expect(files.sha256).toBe(createHash("sha256").update(Buffer.from(files.json, "utf8")).digest("hex"));
    expect(Buffer.from(files.pdf).toString("latin1")).toMatch(/\/Marked true/);
  });

  it("F86: a party's files hold nothing of what another payee agreed or is paid", () => {
    const label = { ...plainPayee, floor: 98_765n, withholdingBp: 4_321n, minimumPayout: 7_654n };
    const terms = {
      ...termsOf(),
      payees: new Map([
        ["studio", studio],
        ["label", label],
      ]),
    };
    const theirs = draw(recordOf(terms, twoMonths, { payee: "label", adjustments: [] }));
    expect(theirs.json).toContain("98765");
    const ours = draw(recordOf(terms, twoMonths));
    const without = draw(recordOf(termsOf({ payees: new Map([["studio", studio]]) }), twoMonths));
    expect(ours.json).toBe(without.json);
    expect(Buffer.from(ours.pdf).equals(Buffer.from(without.pdf))).toBe(true);
  });
});

describe("a statement on paper", () => {
  it("F73 F75 F78: says all that the record holds, with labels", async () => {
    const text = await textOf(draw(whole).pdf);
    for (const part of [
      "Statement GASTHAUS-AGR-1-2011-7",
      "Period 1 January 2011 to 31 January 2011 (2011-01)",
      "Gasthaus Group Ltd 14 Mill Lane London N1 7AB United Kingdom Tax id GB 123 4567 89",
      "Wiesen Studio GmbH Lindenstraße 8",
      "Toadstool collection (AGR-1), version 3",
      "Disputes until 17 March 2011",
      "Currency GBP, rounded to 0.01 Paid out in EUR, in steps of 0.01",
      "Recouped from the advance 50% of 1,402.59, at most 844.28 -701.30",
      "Your share 889.29 1,642.08 752.79",
      "Closing balance: all rows added 0.00",
      "22629 · Spaceboy lunch box, Web shop",
      "2 no end 25% here",
      "Result: floor met 0.00",
      "2010-12 177.86 88.93 88.93 88.93",
      "correction December freight was charged twice Ada Bright Tom Hale freight-note-12.pdf -45.00",
      "Treaty article Article 12",
      "Applied rate 1.1662",
      "Lindgren Records 821.04",
      "Reported, but not taken off fees 163.42",
      "the review window ran out",
      "You can dispute this statement until 17 March 2011.",
      "within 24 months of issue",
      "Glossary",
    ])
      expect(text).toContain(part);
    expect(withoutSpaces(text)).toContain(draw(whole).sha256);
    expect(text).not.toContain("□");
  });

  it("F87: has its number and its place on each page; 60 lines go over two pages under repeated headers", async () => {
    const pages = await pagesOf(draw(whole).pdf);
    pages.forEach((page, index) => {
      expect(page).toContain("Statement GASTHAUS-AGR-1-2011-7");
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    const listing = pages.filter((page) =>
      page.includes("No. Date Item Type Qty Gross Net Tier Rate Your share"),
    );
    expect(listing).toHaveLength(2);
    expect(listing.join(" ")).toContain("60 2011-01-27 Red toadstool night light Return of 51");
  });

  it("F74: a period without events, a draft, a correction and provisional data say what they are", async () => {
    const nothing = { ...stated, period: "2010-12", adjustments: [] };
    const empty = await textOf(draw(recordOf(termsOf({}, plainPayee), [], { ...nothing, issue: null })).pdf);
    expect(empty).toContain("Statement, draft without a number");
    expect(empty).toContain("No sales and no returns in this period.");
    expect(empty).toContain("Nothing is payable, and nothing is carried over.");
    const provisional = recordOf(termsOf(), [], { ...nothing, kind: "provisional" });
    expect(await textOf(draw(provisional).pdf)).toContain("nothing is paid on it");
    const correction = recordOf(termsOf(), [], {
      ...nothing,
      kind: "correction",
      corrects: "GASTHAUS-AGR-1-2010-3",
    });
    expect(await textOf(draw(correction).pdf)).toContain("Corrects GASTHAUS-AGR-1-2010-3");
  });

  it.each([
    ["JPY", 0, "-341,854", "-68,371"],
    ["KWD", 3, "-341.854", "-68.371"],
  ])("F87: has the digits of %s, also below zero", async (code, digits, net, share) => {
    const returns = monthOf("2010-12", 40)
      .slice(0, 30)
      .map((event) => ({ ...event, type: "return" as const, originalId: null }));
    const changes = { ...stated, period: "2010-12", adjustments: [], currency: { code, digits } };
    const text = await textOf(draw(recordOf(termsOf({}, { ...studio, floor: null }), returns, changes)).pdf);
    expect(text).toContain(`4 Net revenue 1 to 3 added up ${net}`);
    expect(text).toContain(`see Tier position ${share}`);
  });

  it("R18: shows hostile names as they are, and what cannot be printed as a box that is explained", async () => {
    const hostile = [
      '#panic("x") #sys.inputs',
      "*bold* _it_ $x^2$ `code` // note /* c */",
      "= Heading [link](x) <label> @ref \\ \\u{41}",
      '"}; <script>alert(1)</script> $(1)',
      '#image("/etc/hostname") #read("/etc/hostname")',
    ];
    for (const name of hostile) {
      const text = await textOf(draw(named(name)).pdf);
      expect(text.split(name).length).toBeGreaterThan(4);
    }
    const lost = await textOf(draw(named("中文\u202eabc\u0000")).pdf);
    expect(lost).toContain("□□□abc□");
    expect(lost).toContain("□ stands for a character that cannot be printed here.");
  });

  it("R18: three hundred hostile names stand in the lines as they are", async () => {
    const events = monthOf("2011-01", 300);
    const names = events.map(
      (_, index) => `${openings[index % openings.length]}${index}${endings[index % endings.length]}`,
    );
    const record = recordOf(termsOf(), events, {
      eventFacts: new Map(
        events.map(({ id }, index) => [
          id,
          { source: "", description: names[index] ?? "", quantity: null, original: null },
        ]),
      ),
    });
    const text = withoutSpaces(await textOf(draw(record).pdf));
    expect(new Set(names).size).toBe(300);
    for (const name of names) expect(text).toContain(withoutSpaces(name));
  });

  it("R18: a name of ten thousand characters is on the pages whole", async () => {
    const name = Array.from({ length: 10_000 }, (_, index) => "WMabc019"[index % 8]).join("");
    const record = recordOf(termsOf(), monthOf("2011-01", 2), {
      payeeParty: { name, address: [], taxId: null },
    });
    const pages = await pagesOf(draw(record).pdf);
    const body = pages.map((page) => page.replace(/ ?Statement GASTHAUS\S* Page \d+ of \d+ ?/, ""));
    expect(withoutSpaces(body.join(""))).toContain(name);
  });

  it("R18: is drawn whatever is in a name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (name) => {
        expect(draw(named(name)).pdf.length).toBeGreaterThan(1_000);
      }),
      { numRuns: 40 },
    );
  });
});

const openings = [
  "#",
  "*",
  "_",
  "$",
  "`",
  "<",
  "[",
  "\\",
  "//",
  "/*",
  "= ",
  "- ",
  "@",
  "~",
  "{",
  "'",
  '"',
  "#read(",
  "\\u{",
];
const endings = [
  "#",
  "*",
  "_",
  "$",
  "`",
  ">",
  "]",
  "\\",
  "//",
  "*/",
  "}",
  ")",
  "'",
  '"',
  "</script>",
  "--",
  "...",
];

/** A statement in which everybody and everything has the same name. */
function named(name: string): StatementRecord {
  const events = monthOf("2011-01", 3);
  const party = { name, address: [name], taxId: name };
  return recordOf(termsOf(), events, {
    issuerParty: party,
    payeeParty: party,
    contact: { name, email: name },
    partyNames: new Map([["label", name]]),
    changeNotes: [name],
    completeness: { expected: [name], received: [], lateIn: 0, lateOut: 0 },
    eventFacts: new Map(
      events.map(({ id }) => [id, { source: name, description: name, quantity: null, original: null }]),
    ),
  });
}
