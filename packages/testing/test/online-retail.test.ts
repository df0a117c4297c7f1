import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  acceptShare,
  issueStatements,
  listStatements,
  type Scope,
  summarizeLines,
} from "@evenshare/application";
import { decimalAmount, type ProposedTerms, previewStatements } from "@evenshare/domain";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createBrand, must, proposedShare, startedPartnership, testShareTerms } from "../src";
import { useTestWorld } from "./support/harness";
import { importFile } from "./support/revenue-case";

/** Real sales of a retailer; they lie beside the project and are no part of it. */
const folder = new URL("../../../../shared/data/online-retail/", import.meta.url);
const isThere = existsSync(new URL("2010-12.csv.gz", folder));
const title = isThere ? "" : " (SKIPPED: the retailer's files are not beside the project)";

/**
 * What each month comes to: rows, then sales and returns in pence of all rows and of the four lines of the catalogue.
 * Found by adding up the files with a script of a dozen lines in another language, not by the code under test.
 */
const months = {
  "2010-12": {
    rows: 42_481,
    all: [82_374_614n, 7_478_912n],
    retrospot: [5_557_354n, 114_542n],
    regency: [3_123_665n, 104_045n],
    "spaceboy-dolly": [1_355_424n, 42_570n],
    feltcraft: [1_833_594n, 9_510n],
  },
  "2011-01": {
    rows: 35_147,
    all: [69_136_456n, 13_136_430n],
    retrospot: [5_350_789n, 175_567n],
    regency: [1_528_280n, 109_940n],
    "spaceboy-dolly": [1_759_679n, 13_700n],
    feltcraft: [613_548n, 9_475n],
  },
  "2011-02": {
    rows: 27_707,
    all: [52_363_189n, 2_556_924n],
    retrospot: [5_014_933n, 27_243n],
    regency: [1_724_185n, 87_895n],
    "spaceboy-dolly": [1_383_551n, 40_142n],
    feltcraft: [793_568n, 2_380n],
  },
} as const;

const world = useTestWorld();
let brand: Scope;
beforeAll(async () => {
  brand = await createBrand(world().deps);
});

const lines = ["retrospot", "regency", "spaceboy-dolly", "feltcraft"] as const;
const retailRows = z.array(
  z.object({
    InvoiceNo: z.string(),
    StockCode: z.string(),
    Quantity: z.string(),
    InvoiceDate: z.string(),
    UnitPrice: z.string(),
  }),
);

/** The items of one of the catalogue's lines. */
function itemsOf(line: string): string[] {
  const text = readFileSync(new URL("catalogue.csv", folder), "utf8");
  const entries = catalogue.parse(parse(text, { columns: true }));
  return entries.filter((entry) => entry.line === line).map((entry) => entry.stock_code);
}

function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

const fileOf = (month: string) => gunzipSync(readFileSync(new URL(`${month}.csv.gz`, folder)));
const catalogue = z.array(z.object({ stock_code: z.string(), line: z.string() }));

test.skipIf(!isThere)(
  `F62: three real months come in whole, to the penny${title}`,
  {
    timeout: 120_000,
  },
  async () => {
    for (const [month, { rows, all }] of Object.entries(months)) {
      const found = await importFile(world(), brand, fileOf(month), { source: "Till" });
      expect(found).toMatchObject({ status: "done", rowsRead: rows, rowsNew: rows, rowsFaulty: 0 });
      const { sums } = must(await summarizeLines(world().deps, brand, { importId: found.id }));
      expect(sums).toMatchObject([{ currency: "GBP", gross: all[0], returned: all[1] }]);
      const again = await importFile(world(), brand, fileOf(month), { source: "Till" });
      expect(again).toMatchObject({ rowsNew: 0, rowsKnown: rows });
    }

    for (const [month, totals] of Object.entries(months)) {
      const from = `${month}-01`;
      const to = lastDay(month);
      for (const line of lines) {
        const sum = { gross: 0n, returned: 0n };
        for (const item of itemsOf(line)) {
          const [found] = must(await summarizeLines(world().deps, brand, { from, to, item })).sums;
          sum.gross += found?.gross ?? 0n;
          sum.returned += found?.returned ?? 0n;
        }
        expect([sum.gross, sum.returned], `${line} in ${month}`).toEqual(totals[line]);
      }
    }
  },
);

/** Four deals as a retailer might have with makers of its lines. */
const deals: Readonly<Record<(typeof lines)[number], Partial<ProposedTerms>>> = {
  retrospot: split({ studio: 3_000, brand: 7_000 }),
  regency: {
    ...split({ studio: 1_000, brand: 9_000 }),
    share: {
      basis: "cumulative",
      method: "marginal",
      tiers: [
        { upTo: "40000.00", ratesBp: { studio: 1_000, brand: 9_000 } },
        { upTo: null, ratesBp: { studio: 2_000, brand: 8_000 } },
      ],
    },
    payees: { studio: { floor: { amount: "2500.00", basis: "earned" } } },
  },
  "spaceboy-dolly": {
    ...split({ studio: 2_000, label: 500, brand: 7_500 }),
    parties: [
      { id: "studio", role: "payee" },
      { id: "label", role: "payee" },
      { id: "brand", role: "payer" },
    ],
    payees: { studio: { advance: { amount: "4000.00", recoupRateBp: 5_000 } } },
  },
  feltcraft: {
    ...split({ studio: 1_500, brand: 8_500 }),
    payees: {
      studio: { reserve: { rateBp: 2_000, releaseBp: [5_000, 5_000] }, minimumPayout: "1000.00" },
    },
  },
};

test.skipIf(!isThere)(
  `F72 F74: fifteen statements of a quarter come to what the dry run says${title}`,
  {
    timeout: 120_000,
  },
  async () => {
    const events = dryRunFile(Object.keys(months).map((month) => fileOf(month).toString("utf8")));
    for (const line of lines) {
      const deal = {
        ...testShareTerms,
        start: "2010-12-01",
        deductions: [],
        items: itemsOf(line),
        ...deals[line],
      };
      const payees = deal.parties.flatMap(({ id, role }) => (role === "payee" ? [id] : []));
      const partnerships = await Promise.all(
        payees.map(async (party) => ({ party, ...(await startedPartnership(world().deps, { brand })) })),
      );
      const { id, version } = await proposedShare(world().deps, brand, {
        terms: deal,
        payees: partnerships.map(({ party, id: partnershipId }) => ({ party, partnershipId })),
      });
      for (const { producer } of partnerships)
        must(await acceptShare(world().deps, producer, { commandKey: randomUUID(), id, version }));
      for (const period of Object.keys(months)) {
        world().clock.advanceBy(1_000);
        must(
          await issueStatements(world().deps, brand, { commandKey: randomUUID(), agreementId: id, period }),
        );
      }

      const tried = previewStatements({
        terms: { name: "terms.json", value: { version: 1, agreement: "AGR", ...deal }, lineOf: () => 1 },
        events: [{ name: "events.csv", text: events }],
        period: "2010-12",
        through: "2011-02",
      });
      if (!tried.ok) throw new Error(JSON.stringify(tried.faults.slice(0, 3)));
      for (const { party, producer } of partnerships) {
        const issued = must(await listStatements(world().deps, producer, {})).items.reverse();
        const figures = issued.map(({ period, netRevenue, share, payable, carriedOver }) =>
          [netRevenue, share, payable, carriedOver]
            .map((amount) => decimalAmount(amount, "GBP"))
            .concat(period),
        );
        const expected = tried.preview.statements
          .filter((row) => row.party === party)
          .map((row) => [row.net, row.share, row.payable, row.carriedOver, row.period]);
        expect(figures, `${party} of ${line}`).toEqual(expected);
        // And the base is what was added up elsewhere.
        const bases = Object.values(months).map((totals) => totals[line][0] - totals[line][1]);
        expect(issued.map(({ netRevenue }) => netRevenue)).toEqual(bases);
      }
    }
  },
);

function split(ratesBp: Readonly<Record<string, number>>): Partial<ProposedTerms> {
  return {
    share: { basis: "cumulative", method: "marginal", tiers: [{ upTo: null, ratesBp: { ...ratesBp } }] },
  };
}

/** The retailer's rows as the dry run takes them, written by hand and not by the mapping under test. */
function dryRunFile(files: readonly string[]): string {
  const header =
    "event_id,occurred_at,type,item,quantity,gross,tax,fees,shipping,currency,original_event_id,description";
  const seen = new Map<string, number>();
  const rows = files.flatMap((text) => retailRows.parse(parse(text, { columns: true })));
  const written = rows.map(({ InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice }) => {
    const name = `${InvoiceNo}-${StockCode}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = count === 1 ? name : `${name}-${count}`;
    const pence = Math.abs(Number(Quantity)) * Math.round(Number(UnitPrice) * 100);
    const gross = `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
    const type = Quantity.startsWith("-") ? "return" : "sale";
    return `${id},${InvoiceDate.replace(" ", "T")},${type},${StockCode},,${gross},,,,GBP,,`;
  });
  return [header, ...written].join("\n");
}
