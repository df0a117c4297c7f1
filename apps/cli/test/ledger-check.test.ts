import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createTestDatabase, type TestDatabase, withAdmin } from "@evenshare/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Runs the command as a person would; answers exit code and what it printed. */
function evenshare(
  args: readonly string[],
  variables: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "src/main.ts", ...args],
      { cwd: folder, env: { PATH: "/usr/bin:/bin", ...variables } },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
      },
    );
  });
}

test("R10: the command says that a sound ledger adds up", async () => {
  const { code, out } = await evenshare(["ledger", "check"], { DATABASE_URL: database.url });
  expect(out).toContain("The ledger adds up");
  expect(out.match(/^ok /gm)).toHaveLength(10);
  expect(code).toBe(0);
});

test("R10: the command names the broken invariant and ends with 1", async () => {
  await withAdmin(database.url, async (client) => {
    await client.query(
      "insert into ledger_entry (id, kind, source_key, at) values (gen_random_uuid(), 'payout.paid', 'bare', now())",
    );
  });
  const { code, out } = await evenshare(["ledger", "check"], { DATABASE_URL: database.url });
  expect(out).toContain("BAD  every entry has postings");
  expect(code).toBe(1);
});

test("a missing DATABASE_URL is named", async () => {
  const { code, err } = await evenshare(["ledger", "check"], {});
  expect(err).toContain("DATABASE_URL");
  expect(code).toBe(1);
});
