import { describe, expect, test } from "vitest";
import {
  describeFault,
  type Fault,
  parsePeriodName,
  periodAt,
  previewStatements,
  readEvents,
  readTerms,
} from "../../src";
import { readCsv } from "../../src/csv/read-csv";
import { openZone } from "../../src/time/zone";

const header =
  "event_id,occurred_at,type,item,quantity,gross,tax,fees,shipping,currency,original_event_id,description";
const london = {
  zone: openZone("Europe/London"),
  currency: { code: "GBP", digits: 2 },
  covers: (item: string) => item === "A",
};

function read(...rows: readonly string[]) {
  return readEvents([{ name: "events.csv", text: [header, ...rows, ""].join("\n") }], london);
}

const lines = (faults: readonly Fault[]) => faults.map(describeFault);

describe("a file of events", () => {
  test("F62: quotes, commas and line ends inside quotes are text, with LF or CRLF and a byte order mark", () => {
    const text = '\uFEFFa,b\r\n"x, ""y""\r\nz",1\r\n,\r\n';
    expect([...readCsv(text)]).toEqual([
      { line: 1, fields: ["a", "b"], problems: [] },
      { line: 2, fields: ['x, "y"\r\nz', "1"], problems: [] },
      { line: 4, fields: ["", ""], problems: [] },
    ]);
    expect([...readCsv("a\nb")].map(({ fields }) => fields)).toEqual([["a"], ["b"]]);
  });

  test("F62: every fault of every row is named by file, line and field, and none is repaired in silence", () => {
    const { faults, events } = read(
      "1,2010-02-30T10:00,sale,A,1,1.00,,,,GBP,,",
      "2,2010-12-01T24:00,gift,A,1.5,1.001,-1,x,,USD,,",
      ",2010-12-01T10:00,sale,,1,,,,,GBP,,",
      "3,2010-12-01T10:00,sale,A,1,1.00,,,GBP,,",
      "",
      '4,2010-12-01T10:00,sale,A,1,1.00,,,,GBP,,a "quote"',
      '5,2010-12-01T10:00,sale,A,1,1.00,,,,GBP,,"a" b',
      "6,2010-12-01T10:00,sale,B,1,1.001,,,,USD,,",
      '7,2010-12-01T10:00,sale,A,1,1.00,,,,GBP,,"open',
    );
    expect(lines(faults)).toEqual([
      'events.csv:2: occurred_at: "2010-02-30T10:00" is no time such as 2010-12-01T09:30, or not in the calendar',
      'events.csv:3: occurred_at: "2010-12-01T24:00" is no time such as 2010-12-01T09:30, or not in the calendar',
      'events.csv:3: type: "gift" is neither sale nor return',
      'events.csv:3: quantity: "1.5" is no whole number',
      'events.csv:3: gross: "1.001" has more than the 2 decimals of GBP',
      'events.csv:3: tax: "-1" has a minus sign; a return is written with positive amounts',
      'events.csv:3: fees: "x" is no decimal amount',
      'events.csv:3: currency: "USD" is not the agreement\'s currency GBP',
      "events.csv:4: event_id: is empty",
      "events.csv:4: item: is empty",
      "events.csv:4: gross: is empty",
      "events.csv:5: row: has 11 fields where the header has 12",
      "events.csv:6: row: has 1 fields where the header has 12",
      "events.csv:7: description: has a quote inside a field that is not quoted",
      "events.csv:8: description: goes on after its closing quote",
      'events.csv:9: gross: "1.001" has more than the 2 decimals of GBP',
      "events.csv:10: description: has a quote that is never closed",
    ]);
    // A broken description leaves the rest readable, but a file with faults is never computed.
    expect(events.every(({ id }) => ["4", "5", "7"].includes(id))).toBe(true);
  });

  test("F62: columns may stand in any order; one that is missing, unknown or repeated is a fault", () => {
    const turned = header.split(",").reverse().join(",");
    const row = ",,GBP,,,,2.50,1,A,sale,2010-12-01T10:00,1";
    const one = readEvents([{ name: "a.csv", text: `${turned}\n${row}\n` }], london);
    expect(one).toMatchObject({
      faults: [],
      events: [{ id: "1", gross: 250n, type: "sale", day: "2010-12-01" }],
    });
    const strange = header.replace("fees", "tax").replace("item", "items");
    expect(lines(readEvents([{ name: "a.csv", text: strange }], london).faults)).toEqual([
      "a.csv:1: items: is an unknown column",
      "a.csv:1: tax: is a repeated column",
      "a.csv:1: item: is a missing column",
      "a.csv:1: fees: is a missing column",
    ]);
    expect(lines(readEvents([{ name: "a.csv", text: "" }], london).faults)).toEqual([
      "a.csv:1: header: is missing",
    ]);
  });

  test("C17 F62: a row that comes again counts once, in another file too; with other content it is a fault", () => {
    const row = "1,2010-12-01T10:00,sale,A,1,1.00,,,,GBP,,";
    const files = ["a.csv", "b.csv"].map((name) => ({ name, text: `${header}\n${row}\n${row}\n` }));
    expect(readEvents(files, london)).toMatchObject({ faults: [], events: [{ id: "1" }] });
    const { faults } = read(row, row.replace(",1,1.00", ",2,1.00"));
    expect(lines(faults)).toEqual([
      'events.csv:3: event_id: "1" is repeated with other content than at events.csv:2',
    ]);
  });

  test.each([
    ["2010-12-31T23:59:59.999", "2010-12-31", "23:59:59.999 in winter is London's own day"],
    ["2010-12-31T23:30-01:00", "2011-01-01", "an offset is obeyed"],
    ["2011-03-31T23:30Z", "2011-04-01", "in summer London is an hour ahead"],
    ["2011-03-31T23:30", "2011-03-31", "a wall time keeps its day"],
  ])("F67 C40: %s falls on %s: %s", (occurredAt, day) => {
    const { events, faults } = read(`1,${occurredAt},sale,A,1,1.00,,,,GBP,,`);
    expect(faults).toEqual([]);
    expect(events[0]?.day).toBe(day);
  });

  test("F67: a wall time that a clock change skips or repeats has the offset before the change", () => {
    const { events } = read(
      "skipped,2011-03-27T01:30,sale,A,1,1.00,,,,GBP,,",
      "repeated,2011-10-30T01:30,sale,A,1,1.00,,,,GBP,,",
      "fraction,2011-10-30T01:30:00.2500,sale,A,1,1.00,,,,GBP,,",
    );
    expect(events.map(({ at }) => new Date(at.seconds * 1000).toISOString())).toEqual([
      "2011-03-27T01:30:00.000Z",
      "2011-10-30T00:30:00.000Z",
      "2011-10-30T00:30:00.000Z",
    ]);
    expect(events[2]?.at.decimals).toBe("25");
    const apia = readEvents(
      [{ name: "a.csv", text: `${header}\n1,2011-12-30T12:00,sale,A,1,1.00,,,,GBP,,\n` }],
      { ...london, zone: openZone("Pacific/Apia") },
    );
    expect(apia.events[0]?.day).toBe("2011-12-31");
  });
});

const terms = {
  version: 1,
  agreement: "AGR-1",
  currency: "GBP",
  timeZone: "Europe/London",
  start: "2010-12-01",
  end: null,
  period: "month",
  items: ["A"],
  parties: [
    { id: "studio", role: "payee" },
    { id: "retailer", role: "payer" },
  ],
  deductions: ["tax"],
  share: {
    basis: "cumulative",
    method: "marginal",
    tiers: [{ upTo: null, ratesBp: { studio: 7000, retailer: 3000 } }],
  },
  payees: {},
};
const file = (value: unknown) => ({ name: "terms.json", value, lineOf: () => 1 });
const faultsOf = (changes: object) => lines(readTerms(file({ ...terms, ...changes })).faults);

describe("a file of terms", () => {
  test("F24: a plain one is read with everything else at none", () => {
    expect(readTerms(file(terms))).toMatchObject({
      faults: [],
      currency: { code: "GBP", digits: 2 },
      terms: { openingBase: 0n, share: { tiers: [{ upTo: null, ratesBp: [7_000n, 3_000n] }] } },
    });
  });

  test.each([
    [{ version: 2 }, "version: is not 1"],
    [{ extra: 1 }, "extra: is an unknown key"],
    [{ currency: "XXX" }, "currency: is not a currency of ISO 4217"],
    [{ timeZone: "+01:00" }, "timeZone: is not a time zone such as Europe/London"],
    [{ start: "2010-02-30" }, "start: is not a day of the calendar such as 2010-12-01"],
    [{ end: "2010-11-30" }, "end: lies before start"],
    [{ period: "week" }, "period: is not one of month, quarter, half, year"],
    [{ deductions: ["tax", "tax"] }, "deductions[1]: is named twice"],
    [{ openingBase: "-1.00" }, "openingBase: may not be negative"],
    [{ openingBase: 5 }, 'openingBase: is not a decimal amount in quotes, such as "12.50"'],
    [{ payees: { retailer: {} } }, "payees.retailer: is not a payee"],
    [{ payees: { nobody: {} } }, "payees.nobody: is an unknown party"],
    [{ payees: { studio: { floor: { amount: "1.00" } } } }, "payees.studio.floor.basis: is missing"],
    [
      { payees: { studio: { floor: { amount: "1.001", basis: "earned" } } } },
      "payees.studio.floor.amount: has more than 2 decimals",
    ],
    [
      { payees: { studio: { reserve: { rateBp: 1, releaseBp: [5000, 4999] } } } },
      "payees.studio.reserve.releaseBp: sum to 9999, not to 10000",
    ],
    [
      { payees: { studio: { platformFeeBp: 10_001 } } },
      "payees.studio.platformFeeBp: is not a whole number of basis points from 0 to 10000",
    ],
    [
      { payees: { studio: { adjustments: [{ period: "2010-11", amount: "-1.00", reason: "x" }] } } },
      "payees.studio.adjustments[0].period: lies before the first period",
    ],
    [
      { payees: { studio: { adjustments: [{ period: "2010-13", amount: "-1.00", reason: "x" }] } } },
      "payees.studio.adjustments[0].period: is not a month",
    ],
  ])("F24: %j is refused", (changes, fault) => {
    expect(faultsOf(changes)).toEqual([`terms.json:1: ${fault}`]);
  });

  test.each([
    [[{ upTo: null, ratesBp: { studio: 7000 } }], "share.tiers[0].ratesBp: sum to 7000, not to 10000"],
    [[{ upTo: "5.00", ratesBp: { studio: 10000 } }], "share.tiers[0].upTo: is not null in the last tier"],
    [
      [
        { upTo: "5.00", ratesBp: { studio: 10000 } },
        { upTo: "5.00", ratesBp: { studio: 10000 } },
        { upTo: null, ratesBp: { studio: 10000 } },
      ],
      "share.tiers[1].upTo: does not rise",
    ],
    [
      [{ upTo: null, ratesBp: { studio: 5000, nobody: 5000 } }],
      "share.tiers[0].ratesBp.nobody: is an unknown party",
    ],
  ])("F28: tiers %j are refused", (tiers, fault) => {
    expect(faultsOf({ share: { ...terms.share, tiers } })).toEqual([`terms.json:1: ${fault}`]);
  });

  test("F24: a missing key is named, each on its own", () => {
    const { end, payees, ...rest } = terms;
    expect([end, payees]).toEqual([null, {}]);
    expect(lines(readTerms(file(rest)).faults)).toEqual([
      "terms.json:1: end: is missing",
      "terms.json:1: payees: is missing",
    ]);
  });
});

describe("the dry run", () => {
  const rows = [
    "a,2010-12-01T10:00,sale,A,1,100.00,20.00,,,GBP,,",
    "b,2011-01-01T10:00,return,A,1,0.10,,,,GBP,,",
  ];
  const request = {
    terms: file(terms),
    events: [{ name: "events.csv", text: `${header}\n${rows.join("\n")}\n` }],
    period: "2010-12",
    through: "2011-01",
  };

  test("F24 F72: a 70/30 deal prints every figure with the currency's digits, and zero without a sign", () => {
    const outcome = previewStatements(request);
    if (!outcome.ok) throw new Error(lines(outcome.faults).join("\n"));
    expect(outcome.preview.statements).toMatchObject([
      {
        period: "2010-12",
        party: "studio",
        gross: "100.00",
        deductions: "20.00",
        net: "80.00",
        share: "56.00",
      },
      { period: "2011-01", returns: "-0.10", share: "-0.07", payable: "0.00", closingPayable: "-0.07" },
    ]);
    expect(JSON.stringify(outcome.preview)).not.toContain("-0.00");
  });

  test("F24: periods that were not asked for are computed all the same, and not printed", () => {
    const outcome = previewStatements({ ...request, period: "2011-01", through: undefined });
    expect(outcome).toMatchObject({ ok: true, preview: { statements: [{ tier: { before: "80.00" } }] } });
  });

  test.each([
    ["2010-11", undefined, "period: 2010-11 lies before the first period"],
    ["2011-02", "2011-01", "through: 2011-01 lies before 2011-02"],
    ["2011-Q1", undefined, 'period: "2011-Q1" is not a month'],
    ["2011-01", "2011-00", 'through: "2011-00" is not a month'],
  ])("F24: the period %s to %s is refused", (period, through, fault) => {
    const outcome = previewStatements({ ...request, period, through });
    expect(outcome.ok ? [] : lines(outcome.faults)).toEqual([`arguments:1: ${fault}`]);
  });

  test("F67: quarters, halves and years have names and days of their own", () => {
    const shown = (["month", "quarter", "half", "year"] as const).map((kind) =>
      periodAt(
        parsePeriodName(
          { month: "2011-02", quarter: "2011-Q4", half: "2011-H1", year: "2012" }[kind],
          kind,
        ) ?? 0,
        kind,
      ),
    );
    expect(shown).toEqual([
      { name: "2011-02", firstDay: "2011-02-01", lastDay: "2011-02-28" },
      { name: "2011-Q4", firstDay: "2011-10-01", lastDay: "2011-12-31" },
      { name: "2011-H1", firstDay: "2011-01-01", lastDay: "2011-06-30" },
      { name: "2012", firstDay: "2012-01-01", lastDay: "2012-12-31" },
    ]);
  });
});
