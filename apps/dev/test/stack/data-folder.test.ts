import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describeProcess, isPortFree, waitForExit } from "@evenshare/database/embedded";
import { afterEach, beforeEach, expect, test } from "vitest";
import { choosePorts } from "../../src/processes/ports";
import { noteProcess } from "../../src/processes/process-note";
import { openDataFolder } from "../../src/stack/data-folder";

let dir: string;
let child: ChildProcess | null = null;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "evenshare-data-"));
  await chmod(dir, 0o755);
});

afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(dir, { recursive: true, force: true });
});

test("belongs to one stack at a time", async () => {
  const folder = await openDataFolder(dir, false);
  await expect(openDataFolder(dir, false)).rejects.toThrow(`already runs in ${dir} (process ${process.pid})`);
  await folder.unlock();
  await (await openDataFolder(dir, false)).unlock();
});

test("ends what a killed run left, and says so", async () => {
  child = spawn("sleep", ["600"], { stdio: "ignore" });
  const first = await openDataFolder(dir, false);
  await noteProcess(first.pidFile("api"), child.pid ?? 0);
  await first.unlock();

  const second = await openDataFolder(dir, false);
  expect(second.notes).toEqual(["Ended api, left over from a killed run."]);
  expect(await describeProcess(child.pid ?? 0)).toBeNull();
  await second.unlock();
});

test("a service dies with a killed parent and frees its port", async () => {
  const { portOf } = await choosePorts(new Map([["api", null]]));
  const script = join(import.meta.dirname, "killed-parent.ts");
  child = spawn(process.execPath, ["--import", "tsx", script, dir, String(portOf("api"))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = child.stdout ? await once(createInterface(child.stdout), "line") : [];
  const servicePid = Number(line);
  expect(await describeProcess(servicePid)).not.toBeNull();

  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await waitForExit(servicePid, 5_000)).toBe(true);
  expect(await isPortFree(portOf("api"))).toBe(true);
  await (await openDataFolder(dir, false)).unlock();
});

test("remembers its secrets, and readably for its owner only", async () => {
  const folder = await openDataFolder(dir, false);
  const secrets = await folder.readSecrets();
  expect(secrets.authSecret.length).toBeGreaterThanOrEqual(32);
  await folder.writeSecrets(secrets);
  expect(await folder.readSecrets()).toEqual(secrets);
  await folder.unlock();
});

test("fresh forgets database, sandbox, mails, clock and secrets", async () => {
  for (const name of ["clock.json", "seeded", "secrets.json"]) await writeFile(join(dir, name), "{}");
  const folder = await openDataFolder(dir, true);
  expect((await readdir(dir)).sort()).toEqual(["run.lock"]);
  expect(await readFile(join(dir, "run.lock"), "utf8")).toContain(String(process.pid));
  await folder.unlock();
});
