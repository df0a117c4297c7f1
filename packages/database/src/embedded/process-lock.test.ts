import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tryProcessLock, withProcessLock } from "./process-lock";

let home: string;
let file: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "evenshare-lock-"));
  file = join(home, "run.lock");
});

afterEach(() => rm(home, { recursive: true, force: true }));

test("names the holder to a second taker and is free again after release", async () => {
  const first = await tryProcessLock(file);
  expect(await tryProcessLock(file)).toMatchObject({ heldBy: { pid: process.pid } });
  if ("release" in first) await first.release();
  expect(await tryProcessLock(file)).toHaveProperty("release");
});

test.each([
  ["a free pid", "999999999 1\n"],
  ["a pid that was given to another program since", `${process.pid} 1\n`],
  ["nothing at all", ""],
])("takes over a lock left with %s", async (_what, content) => {
  await writeFile(file, content);
  expect(await tryProcessLock(file)).toHaveProperty("release");
  expect(await readdir(home)).toEqual(["run.lock"]);
});

test.each(Array.from({ length: 20 }, (_, round) => round))(
  "lets one of many in at a time, round %i",
  async () => {
    await writeFile(file, "999999999 1\n");
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withProcessLock(file, work)));
    expect(most).toBe(1);
    expect(await readdir(home)).toEqual([]);
  },
);
