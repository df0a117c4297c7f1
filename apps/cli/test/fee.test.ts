import { userInfo } from "node:os";
import { createTestDatabase, type TestDatabase } from "@evenshare/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runEvenshare } from "./run-evenshare";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const evenshare = (...args: readonly string[]) =>
  runEvenshare(args, { DATABASE_URL: database.url, PLATFORM_FEE_BP: "350" });

test("the fee is shown as the environment says, then as it was set, with who set it from when", async () => {
  expect(await evenshare("fee", "show")).toMatchObject({
    code: 0,
    out: "New agreements carry a platform fee of 3.50%, as PLATFORM_FEE_BP says: none was set.\n",
  });
  const { code, out } = await evenshare("fee", "set", "205");
  expect(out).toContain("New agreements carry a platform fee of 2.05%.\n");
  expect(out).toContain(`by ${userInfo().username}@`);
  expect(code).toBe(0);
  await evenshare("fee", "set", "400", "--from", "2999-01-01");
  const later = await evenshare("fee", "show");
  expect(later.out).toContain("New agreements carry a platform fee of 2.05%.\n");
  expect(later.out).toContain("from 2999-01-01: 4.00%");
}, 120_000);

test("what makes no sense is refused with its reason, and nothing is set", async () => {
  const before = await evenshare("fee", "show");
  const refused: [string[], string][] = [
    [[], "write it as: evenshare fee set 250"],
    [["2.5"], "2.5 is no whole number of basis points"],
    [["2001"], "2001 basis points are more than the 2000 (20.00%) that an agreement may carry"],
    [["250", "--from", "1.12.2026"], "--from 1.12.2026 is no day"],
    [["250", "--from", "2020-01-01"], "--from 2020-01-01 is past"],
    [["250", "2999-01-01"], "that makes no sense"],
  ];
  for (const [args, reason] of refused) {
    const { code, err } = await evenshare("fee", "set", ...args);
    expect(err).toContain(`nothing was set: `);
    expect(err).toContain(reason);
    expect(code).toBe(2);
  }
  expect((await evenshare("fee", "show")).out).toBe(before.out);
}, 120_000);
