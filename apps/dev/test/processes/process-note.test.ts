import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeProcess } from "@evenshare/database/embedded";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endNotedProcess, findNotedProcess, noteProcess } from "../../src/processes/process-note";

let folder: string;
let file: string;
let child: ChildProcess;
let pid: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenshare-note-"));
  file = join(folder, "api.pid");
  child = spawn("sleep", ["600"], { stdio: "ignore" });
  pid = child.pid ?? 0;
});

afterEach(async () => {
  child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

test("finds and ends the process that was written down", async () => {
  await noteProcess(file, pid);
  expect(await findNotedProcess(file)).toBe(pid);
  expect(await endNotedProcess(file)).toBe(true);
  expect(await describeProcess(pid)).toBeNull();
  expect(await endNotedProcess(file)).toBe(false);
});

test("leaves alone a stranger that was given the same pid", async () => {
  await noteProcess(file, pid);
  const [, startToken] = (await readFile(file, "utf8")).trim().split(" ");
  await writeFile(file, `${pid} ${Number(startToken) - 1}\n`);
  expect(await endNotedProcess(file)).toBe(false);
  expect(await describeProcess(pid)).not.toBeNull();
});

test.each(["", "nonsense", "0 1", "-1 1", "999999999 5"])("a note saying %j is nobody", async (text) => {
  await writeFile(file, text);
  expect(await findNotedProcess(file)).toBeNull();
});
