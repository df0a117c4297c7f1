import { randomUUID } from "node:crypto";
import {
  getImport,
  inspectFile,
  listFaults,
  listImports,
  listLines,
  listMappings,
  revertImport,
  type Scope,
  startImport,
  summarizeLines,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { onlineRetailMapping } from "@evenshare/domain";
import { beforeEach, expect, test } from "vitest";
import { addMember, createBrand, createProducer, drainOperations, must } from "../src";
import { auditOf } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";
import { begin, importFile, retailHeader, retailRow, upload } from "./support/revenue-case";

const world = useTestWorld();
let brand: Scope;
beforeEach(async () => {
  brand = await createBrand(world().deps);
});

const sumsOf = async (filter = {}) => must(await summarizeLines(world().deps, brand, filter)).sums;
const linesOf = async (filter = {}) => must(await listLines(world().deps, brand, filter)).items;
const faultsOf = async (importId: string) => must(await listFaults(world().deps, brand, { importId })).items;

test("F61 F62: a file becomes lines, and what is wrong with a row is told with its line and column", async () => {
  const found = await importFile(world(), brand, [
    retailRow("536365", "22326"),
    retailRow("536365", "22326", "1"),
    retailRow("C536379", "22326", "-1", "4.25"),
    retailRow("A563185", "B", "1", "11062.06"),
    retailRow("536366", "22629", "x"),
    "536367,22629,Mug,1,2010-13-01 08:26:00,1.25",
  ]);
  expect(found).toMatchObject({
    status: "done",
    fileName: "sales.csv",
    source: "Shop",
    rowsRead: 6,
    rowsNew: 3,
    rowsKnown: 0,
    rowsSkipped: 1,
    rowsFaulty: 2,
    problem: null,
  });
  expect(found.bytesRead).toBe(found.bytesTotal);
  expect(await faultsOf(found.id)).toEqual([
    { line: 6, column: "Quantity", what: "is no figure" },
    { line: 7, column: "row", what: "has 6 fields where the header has 8" },
  ]);
  expect(await sumsOf()).toEqual([{ currency: "GBP", sales: 2, returns: 1, gross: 375n, returned: 425n }]);
  expect((await linesOf()).map(({ eventId, type, gross }) => [eventId, type, gross])).toEqual([
    ["C536379-22326", "return", 425n],
    ["536365-22326-2", "sale", 125n],
    ["536365-22326", "sale", 250n],
  ]);
  const [trace] = await auditOf(world(), found.id);
  expect(trace).toMatchObject({ action: "revenue.import", after: { file: "sales.csv", source: "Shop" } });
});

test("F62 C22: the same file again stores nothing twice, and other content under a known id is a fault", async () => {
  const rows = [retailRow("1", "A"), retailRow("2", "B")];
  await importFile(world(), brand, rows);
  const again = await importFile(world(), brand, [...rows, retailRow("3", "C")]);
  expect(again).toMatchObject({ rowsNew: 1, rowsKnown: 2, rowsFaulty: 0 });
  const other = await importFile(world(), brand, [retailRow("1", "A", "9"), retailRow("2", "B")]);
  expect(other).toMatchObject({ rowsNew: 0, rowsKnown: 1, rowsFaulty: 1 });
  expect(await faultsOf(other.id)).toEqual([
    { line: 2, column: "id", what: "was stored before with other content" },
  ]);
  expect(await sumsOf()).toEqual([{ currency: "GBP", sales: 3, returns: 0, gross: 750n, returned: 0n }]);
  // Another source has ids of its own.
  const elsewhere = await importFile(world(), brand, rows, { source: "Fair" });
  expect(elsewhere).toMatchObject({ rowsNew: 2, rowsKnown: 0 });
});

test("F62: an id twice in one file counts once when equal and is a fault when not", async () => {
  const mapping = { ...onlineRetailMapping, eventId: { columns: ["InvoiceNo"], numberRepeats: false } };
  const rows = [retailRow("1", "A"), retailRow("1", "A"), retailRow("1", "A", "5")];
  const found = await importFile(world(), brand, rows, { mapping });
  expect(found).toMatchObject({ rowsNew: 1, rowsKnown: 1, rowsFaulty: 1 });
  expect(await faultsOf(found.id)).toMatchObject([{ line: 4, column: "id" }]);
});

test("F62: a worker that died is followed by one that goes on behind what was stored", async () => {
  const { database } = world().deps;
  const rows = Array.from({ length: 30_000 }, (_, at) => retailRow(String(at), "A", "1", "0.01"));
  const id = await begin(world(), brand, await upload(world(), brand, rows));
  const stopped = { count: 0 };
  const dying = {
    ...world().deps,
    database: {
      ...database,
      async storeRevenue(...args: Parameters<typeof database.storeRevenue>) {
        stopped.count += 1;
        if (stopped.count === 2) throw new Error("the process is gone");
        return database.storeRevenue(...args);
      },
    },
  };
  await drainOperations(dying).catch(() => undefined);
  const half = must(await getImport(world().deps, brand, { id }));
  expect(half.status).toBe("reading");
  expect(half.rowsRead).toBeGreaterThan(0);
  expect(half.rowsRead).toBeLessThan(30_000);
  expect(await sumsOf()).toEqual([]);

  expect(await reclaim(id)).toBe("done");
  expect(must(await getImport(world().deps, brand, { id }))).toMatchObject({
    status: "done",
    rowsRead: 30_000,
    rowsNew: 30_000,
    rowsKnown: 0,
  });
  expect(await sumsOf()).toEqual([
    { currency: "GBP", sales: 30_000, returns: 0, gross: 30_000n, returned: 0n },
  ]);
});

test("F62: what breaks the whole file fails the import, and none of its rows counts", async () => {
  const good = Buffer.from(`InvoiceNo,StockCode\r\n1,2\r\n`);
  expect(await importFile(world(), brand, good)).toMatchObject({
    status: "failed",
    problem: "Line 1 the header has no column “InvoiceDate”, “Quantity”, “UnitPrice”, “Description”",
  });
  const rows = Array.from({ length: 20_000 }, (_, at) => retailRow(String(at), "A"));
  const file = Buffer.concat([
    Buffer.from([retailHeader, ...rows, ""].join("\n")),
    Buffer.from([0x43, 0x61, 0x66, 0xe9]),
  ]);
  const broken = await importFile(world(), brand, file);
  expect(broken).toMatchObject({
    status: "failed",
    problem: "Line 20002 is not UTF-8: save the file as UTF-8",
  });
  expect(broken.rowsNew).toBeGreaterThan(0);
  expect(await sumsOf()).toEqual([]);
  // The mended file brings them all.
  expect(await importFile(world(), brand, rows)).toMatchObject({ status: "done", rowsNew: 20_000 });
});

test("F62: an import that is taken back counts nothing, and the same file brings it all again", async () => {
  const rows = [retailRow("1", "A"), retailRow("2", "B")];
  const { id } = await importFile(world(), brand, rows);
  const command = { commandKey: randomUUID(), id };
  expect(must(await revertImport(world().deps, brand, command))).toEqual({ id });
  expect(await sumsOf()).toEqual([]);
  expect(must(await revertImport(world().deps, brand, command))).toEqual({ id });
  await drainOperations(world().deps);
  expect(must(await getImport(world().deps, brand, { id }))).toMatchObject({
    status: "reverted",
    revertedBy: brand.userName,
  });
  expect(await revertImport(world().deps, brand, { commandKey: randomUUID(), id })).toMatchObject({
    failure: { code: "revenue_import.ended" },
  });
  expect(await importFile(world(), brand, rows)).toMatchObject({ rowsNew: 2, rowsKnown: 0 });
});

test("F62: the preview says what each of the first rows would become, and stores nothing", async () => {
  const fileId = await upload(world(), brand, [retailRow("1", "A"), retailRow("2", "B", "x")]);
  const plain = must(await inspectFile(world().deps, brand, { fileId }));
  expect(plain).toMatchObject({ delimiter: ",", problem: null, rows: [{ line: 2, outcome: null }, {}] });
  expect(plain.header).toContain("StockCode");
  const mapped = must(await inspectFile(world().deps, brand, { fileId, mapping: onlineRetailMapping }));
  expect(mapped.rows.map(({ outcome }) => outcome)).toMatchObject([
    { kind: "line", facts: { item: "A", gross: 250n, occurredAt: new Date("2010-12-01T08:26:00Z") } },
    { kind: "faulty", faults: [{ column: "Quantity" }] },
  ]);
  expect(await sumsOf()).toEqual([]);
  const missing = { ...onlineRetailMapping, item: "Article" };
  expect(must(await inspectFile(world().deps, brand, { fileId, mapping: missing })).problem).toEqual({
    line: 1,
    what: "the header has no column “Article”",
  });
});

test("F62: a mapping is kept under its name, and the next file finds it with its source", async () => {
  await importFile(world(), brand, [retailRow("1", "A")], { saveMappingAs: "Till" });
  const { mappings, sources } = must(await listMappings(world().deps, brand, {}));
  expect(mappings.map(({ name }) => name)).toEqual(["Till", "Online Retail (example)"]);
  expect(mappings[0]?.mapping).toEqual(onlineRetailMapping);
  expect(sources).toEqual(["Shop"]);
});

test("F61: lines are filtered by day, item, source and import, page by page without a gap", async () => {
  const rows = Array.from({ length: 7 }, (_, at) => retailRow(String(at), at < 3 ? "A" : "B"));
  const { id } = await importFile(world(), brand, rows);
  expect(await linesOf({ item: "A" })).toHaveLength(3);
  expect(await linesOf({ from: "2010-12-02" })).toHaveLength(0);
  expect(await linesOf({ from: "2010-12-01", to: "2010-12-01", source: "Shop", importId: id })).toHaveLength(
    7,
  );
  expect(await linesOf({ source: "Fair" })).toHaveLength(0);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageFrom>> = await pageFrom(cursor);
    seen.push(...page.items.map(({ eventId }) => eventId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(["6-B", "5-B", "4-B", "3-B", "2-A", "1-A", "0-A"]);
  expect(await listLines(world().deps, brand, { cursor: "bm90aGluZw" })).toMatchObject({
    failure: { code: "input.invalid", field: "cursor" },
  });
});

const pageFrom = async (cursor: string | null) =>
  must(await listLines(world().deps, brand, { cursor, limit: 2 }));

test("R11 F62: another brand sees and takes nothing; a viewer reads and may not import", async () => {
  const { id } = await importFile(world(), brand, [retailRow("1", "A")]);
  const fileId = await upload(world(), brand, [retailRow("2", "A")]);
  const { deps } = world();
  const other = await createBrand(deps);
  expect(must(await listLines(deps, other, {})).items).toEqual([]);
  expect(must(await listLines(deps, other, { importId: id })).items).toEqual([]);
  expect(must(await listImports(deps, other, {})).items).toEqual([]);
  for (const probe of [
    getImport(deps, other, { id }),
    listFaults(deps, other, { importId: id }),
    revertImport(deps, other, { commandKey: randomUUID(), id }),
  ])
    expect(await probe).toMatchObject({ failure: { code: "revenue_import.not_found" } });
  const command = {
    commandKey: randomUUID(),
    fileId,
    source: "Shop",
    mapping: onlineRetailMapping,
    saveMappingAs: null,
  };
  expect(await startImport(deps, other, command)).toMatchObject({ failure: { code: "file.not_found" } });
  expect(await inspectFile(deps, other, { fileId })).toMatchObject({ failure: { code: "file.not_found" } });

  const viewer = await addMember(deps, brand, "viewer");
  expect(must(await listLines(deps, viewer, {})).items).toHaveLength(1);
  expect(await startImport(deps, viewer, command)).toMatchObject({ failure: { code: "permission.denied" } });
  const producer = await createProducer(deps);
  expect(await listLines(deps, producer, {})).toMatchObject({ failure: { code: "permission.denied" } });
});

/** Lets the lease of a dead worker run out, and takes the work up again. */
async function reclaim(importId: string): Promise<string> {
  await withAdmin(world().databaseUrl, (client) =>
    client.query("update operation set leased_until = now() - interval '1 second' where subject_id = $1", [
      importId,
    ]),
  );
  await drainOperations(world().deps);
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query("select status from operation where subject_id = $1", [importId]);
    return String(rows[0]?.status);
  });
}
