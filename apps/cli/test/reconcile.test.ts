import { createTestDatabase, type TestDatabase, withAdmin } from "@evenshare/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runEvenshare } from "./run-evenshare";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const evenshare = (...args: readonly string[]) => runEvenshare(args, { DATABASE_URL: database.url });

/** What a worker does when it is asked, without a provider to read. */
async function compare(): Promise<void> {
  await withAdmin(database.url, (client) =>
    client.query(
      `select app.finish_reconciliation(begun.id, '1 hour', now())
       from app.begin_reconciliation(gen_random_uuid(), now()) as begun`,
    ),
  );
}

test("F129: the command says that nothing was compared yet, and then that both agree", async () => {
  expect(await evenshare("reconcile", "show")).toMatchObject({
    code: 1,
    out: "Nothing has been compared yet: evenshare reconcile run\n",
  });
  await compare();
  const { code, out } = await evenshare("reconcile", "show");
  expect(out).toContain("The ledger agrees with the payment provider");
  expect(code).toBe(0);
}, 120_000);

test("F129 R9: the command asks for a comparison, waits for it, names what differs and ends with 1", async () => {
  await withAdmin(database.url, (client) =>
    client.query(
      `insert into provider_transaction values ('txn_1', 'platform', 'charge', 500, 20, 480, 'GBP', 'ch_1', null, null,
        now(), now(), now())`,
    ),
  );
  const running = evenshare("reconcile", "run");
  const asked = () =>
    withAdmin(database.url, async (client) => {
      const { rowCount } = await client.query("select 1 from operation where kind = 'reconciliation.run'");
      return rowCount;
    });
  await expect.poll(asked, { timeout: 20_000 }).toBe(1);
  await compare();
  const { code, out } = await running;
  expect(out).toContain("BAD  missing_in_ledger (charge): the provider has it, the ledger does not");
  expect(out).toContain("500 GBP on platform, fee 20");
  expect(code).toBe(1);
}, 120_000);

test("F129: the trial balance is printed as of a day, and nonsense is refused by name", async () => {
  const { code, out } = await evenshare("ledger", "balance", "2026-11-30");
  expect(out).toContain("At the end of 2026-11-30 (UTC)");
  expect(code).toBe(0);
  const refused = await evenshare("ledger", "balance", "30.11.2026");
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain("30.11.2026 is no day");
}, 120_000);
