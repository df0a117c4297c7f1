import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeProcess } from "@evenshare/database/embedded";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createNodeService } from "../../src/processes/node-service";
import { choosePorts } from "../../src/processes/ports";
import { findNotedProcess } from "../../src/processes/process-note";
import type { Service } from "../../src/processes/service";

let folder: string;
let url: string;
let service: Service;
let notes: string[];

async function make(given: { keepAlive?: boolean; env?: Record<string, string> } = {}): Promise<Service> {
  const { portOf } = await choosePorts(new Map([["it", null]]));
  url = `http://127.0.0.1:${portOf("it")}`;
  service = createNodeService({
    name: "it",
    entry: join(import.meta.dirname, "http-service/main.ts"),
    cwd: import.meta.dirname,
    env: { PORT: String(portOf("it")), FLAVOUR: "plain", ...given.env },
    healthUrl: url,
    logFile: join(folder, "logs/it.log"),
    pidFile: join(folder, "run/it.pid"),
    keepAlive: given.keepAlive ?? false,
    onNote: (note) => notes.push(note),
  });
  return service;
}

const ask = async (path = "/"): Promise<unknown> => (await fetch(url + path)).json();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenshare-service-"));
  notes = [];
});

afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

test("starts when it is ready, notes its pid, stops and forgets it", async () => {
  await (await make()).start();
  const pid = service.pid();
  expect(await ask()).toEqual({ pid, flavour: "plain" });
  expect(await findNotedProcess(join(folder, "run/it.pid"))).toBe(pid);

  await service.stop();
  expect(service.pid()).toBeNull();
  expect(await describeProcess(pid ?? 0)).toBeNull();
  expect(await readdir(join(folder, "run"))).toEqual([]);
});

test("kill −9 leaves it down, and a restart may change its variables", async () => {
  await (await make({ keepAlive: true })).start();
  const pid = service.pid();
  await service.kill();
  expect(await describeProcess(pid ?? 0)).toBeNull();
  expect(service.pid()).toBeNull();

  await service.start({ FLAVOUR: "faulty" });
  expect(await ask()).toEqual({ pid: service.pid(), flavour: "faulty" });
  expect(notes).toEqual([]);
});

test("is started again when it dies by itself", async () => {
  await (await make({ keepAlive: true })).start();
  const first = service.pid();
  await ask("/end");
  await vi.waitFor(async () => expect(await ask()).not.toMatchObject({ pid: first }), { timeout: 20_000 });
  expect(notes[0]).toContain("it ended (code 3); starting it again in 250 ms");
});

test("stays down after dying by itself when nobody keeps it alive", async () => {
  await (await make()).start();
  await ask("/end");
  await vi.waitFor(() => expect(service.pid()).toBeNull());
  expect(notes).toEqual([]);
});

test("says where to look when it does not start", async () => {
  await expect((await make({ env: { BROKEN: "1" } })).start()).rejects.toThrow(
    /it ended \(code 1\) before it was ready; see .*it\.log/,
  );
  expect(await readFile(join(folder, "logs/it.log"), "utf8")).toContain("broken on purpose");
});
