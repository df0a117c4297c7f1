import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandKeyOf, openJournal } from "../../src/seed/journal";
import { command } from "../../src/seed/teller";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenshare-journal-"));
  file = join(folder, "seeded");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("what was done is not done again, and its value is the same, amounts and dates included", async () => {
  const made = { amount: 180_000n, at: new Date("2026-11-22T09:00:00Z") };
  await (await openJournal(file)).remember("fund", () => made);
  const again = await (await openJournal(file)).remember("fund", () => {
    throw new Error("done twice");
  });
  expect(again).toEqual(made);
});

test("a command that was under way is repeated with the same key and the same contents", async () => {
  const sent: unknown[] = [];
  const attempt = async (chosen: string, answer: () => Promise<string>) => {
    const journal = await openJournal(file);
    return command(
      { journal },
      "draft it",
      () => ({ title: chosen }),
      (input) => {
        sent.push(input);
        return answer();
      },
    );
  };
  await expect(attempt("first", () => Promise.reject(new Error("killed")))).rejects.toThrow("killed");
  expect(await attempt("second", async () => "done")).toBe("done");
  const contents = { title: "first", commandKey: commandKeyOf("draft it") };
  expect(sent).toEqual([contents, contents]);
});

test("half a line at the end is a step that was not finished, and spoils nothing that is written after it", async () => {
  const first = await openJournal(file);
  expect(first.isFinished).toBe(false);
  await first.remember("begun", () => 1);
  await appendFile(file, '{"name":"next","val');
  const second = await openJournal(file);
  expect(await second.remember("begun", () => 2)).toBe(1);
  expect(await second.remember("next", () => 3)).toBe(3);
  expect(await (await openJournal(file)).remember("next", () => 4)).toBe(3);
});

test("a finished journal says so", async () => {
  (await openJournal(file)).finish();
  expect((await openJournal(file)).isFinished).toBe(true);
});
