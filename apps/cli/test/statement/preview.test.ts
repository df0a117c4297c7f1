import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const cli = fileURLToPath(new URL("../..", import.meta.url));
const header =
  "event_id,occurred_at,type,item,quantity,gross,tax,fees,shipping,currency,original_event_id,description";
const terms = `{
  "version": 1, "agreement": "AGR-1", "currency": "GBP", "timeZone": "Europe/London",
  "start": "2010-12-01", "end": null, "period": "month", "items": "*",
  "parties": [{ "id": "studio", "role": "payee" }, { "id": "retailer", "role": "payer" }],
  "deductions": [],
  "share": { "basis": "cumulative", "method": "marginal", "tiers": [
    { "upTo": null, "ratesBp": { "studio": 7000, "retailer": 3000 } }
  ] },
  "payees": {
    "studio": { "minimumPayout": "50.00" }
  }
}
`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenshare-preview-"));
  await write("terms.json", terms);
  await write("events.csv", `${header}\na,2010-12-01T10:00,sale,1,1,10000.01,,,,GBP,,\n`);
});
afterAll(() => rm(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): Promise<void> {
  return writeFile(join(folder, name), content);
}

function preview(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const tsx = import.meta.resolve("tsx");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", tsx, join(cli, "src/main.ts"), "statement", "preview", ...args],
      // Neither a database nor any other setting is needed.
      { cwd: folder, env: { PATH: "/usr/bin:/bin" } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err }),
    );
  });
}

const shown = z.object({
  statements: z.array(z.record(z.string(), z.unknown())),
  unmatched: z.array(z.unknown()),
});

test("F24 F72: terms are tried on files without a database, and nothing but the result is printed", async () => {
  const { code, out, err } = await preview(
    "--terms",
    "terms.json",
    "--events",
    "events.csv",
    "--period",
    "2010-12",
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { statements, unmatched } = shown.parse(JSON.parse(out));
  expect(statements).toMatchObject([{ party: "studio", share: "7000.01", payable: "7000.01", events: 1 }]);
  expect(unmatched).toEqual([]);
});

test("F73: as a table, each figure has its line and each statement its column", async () => {
  const args = ["--events", "events.csv", "--period", "2010-12", "--through", "2011-01", "--format", "table"];
  const { code, out } = await preview("--terms", "terms.json", ...args);
  expect(code).toBe(0);
  expect(out).toMatch(/^share +7000\.01 +0\.00$/m);
  expect(out).toContain("Amounts in GBP.");
});

test("F62: every fault of every file is told on a line of its own, with exit code 2 and no result", async () => {
  await write("bad.json", terms.replace('"studio": 7000', '"studio": 6999').replace('"50.00"', '"-50.00"'));
  await write(
    "bad.csv",
    `${header}\nb,2010-12-32T10:00,sale,1,1,1.00,,,,GBP,,\nc,2010-12-01T10:00,sale,1,1,1.00,,,,EUR,,\n`,
  );
  await write(
    "latin.csv",
    Buffer.from(`${header}\nd,2010-12-01T10:00,sale,1,1,1.00,,,,GBP,,caf\xe9\n`, "latin1"),
  );
  const args = [
    "--events",
    "events.csv",
    "--events",
    "bad.csv",
    "--events",
    "latin.csv",
    "--events",
    "none.csv",
  ];
  const { code, out, err } = await preview("--terms", "bad.json", ...args, "--period", "2010-12");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.trimEnd().split("\n").sort()).toEqual(
    [
      'bad.csv:2: occurred_at: "2010-12-32T10:00" is no time such as 2010-12-01T09:30, or not in the calendar',
      'bad.csv:3: currency: "EUR" is not the agreement\'s currency GBP',
      "bad.json:7: share.tiers[0].ratesBp: sum to 9999, not to 10000",
      "bad.json:10: payees.studio.minimumPayout: may not be negative",
      "latin.csv:2: file: is not UTF-8",
      "none.csv:1: file: cannot be read (ENOENT)",
    ].sort(),
  );
});

test.each([
  ['{ "version": 1, }', "broken.json:1: file: is no JSON: PropertyNameExpected"],
  ["", "broken.json:1: file: is no JSON: ValueExpected"],
  ['{ "version": 1,\n "version": 1 }', "broken.json:2: version: is a repeated key"],
])("F62: terms that are no JSON are told by line: %j", async (text, fault) => {
  await write("broken.json", text);
  const { code, err } = await preview(
    "--terms",
    "broken.json",
    "--events",
    "events.csv",
    "--period",
    "2010-12",
  );
  expect(code).toBe(2);
  expect(err.split("\n")).toContain(fault);
});

test("F62: arguments that are missing or make no sense are all named", async () => {
  const { code, out, err } = await preview("--format", "xml");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.trimEnd().split("\n")).toEqual([
    "arguments:1: terms: is missing",
    "arguments:1: period: is missing",
    "arguments:1: events: is missing",
    'arguments:1: format: "xml" is neither json nor table',
  ]);
  expect((await preview("--what")).err).toContain("arguments:1: arguments: Unknown option '--what'");
});
