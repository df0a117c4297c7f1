import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Scope, summarizeLines } from "@evenshare/application";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createBrand, must } from "../src";
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

    const items = catalogue.parse(
      parse(readFileSync(new URL("catalogue.csv", folder), "utf8"), { columns: true }),
    );
    for (const [month, totals] of Object.entries(months)) {
      const from = `${month}-01`;
      const to = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
        .toISOString()
        .slice(0, 10);
      for (const line of ["retrospot", "regency", "spaceboy-dolly", "feltcraft"] as const) {
        const sum = { gross: 0n, returned: 0n };
        for (const { stock_code: item } of items.filter((entry) => entry.line === line)) {
          const [found] = must(await summarizeLines(world().deps, brand, { from, to, item })).sums;
          sum.gross += found?.gross ?? 0n;
          sum.returned += found?.returned ?? 0n;
        }
        expect([sum.gross, sum.returned], `${line} in ${month}`).toEqual(totals[line]);
      }
    }
  },
);
