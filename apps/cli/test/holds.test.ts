import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@evenshare/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runEvenshare } from "./run-evenshare";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const evenshare = (...args: readonly string[]) => runEvenshare(args, { DATABASE_URL: database.url });

test("F95: the command says that nothing is on hold, and refuses what makes no sense by name", async () => {
  expect(await evenshare("holds")).toMatchObject({ code: 0, out: "Nothing is on hold.\n" });
  const unknown = await evenshare(
    "holds",
    "answer",
    randomUUID(),
    "--uphold",
    "--reason",
    "The bank is right",
  );
  expect(unknown).toMatchObject({ code: 1 });
  expect(unknown.err).toContain("no such hold stands");
  for (const args of [
    [],
    [randomUUID(), "--uphold"],
    [randomUUID(), "--uphold", "--release", "--reason", "Both"],
    [randomUUID(), "--reason", "Neither"],
    [randomUUID(), "--release", "--reason", " "],
  ]) {
    const { code, err } = await evenshare("holds", "answer", ...args);
    expect(err).toContain("write it as: evenshare holds answer <id>");
    expect(code).toBe(2);
  }
}, 120_000);
