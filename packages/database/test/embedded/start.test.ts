import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  describeProcess,
  type EmbeddedPostgresOptions,
  findFreePort,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  THROWAWAY_FLAGS,
  waitForExit,
} from "../../src/embedded";

let home: string;
let dataDir: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "evenshare-pg-"));
  dataDir = join(home, "postgres");
  // The server may run as another account than this process: it has to be able to enter.
  await chmod(home, 0o755);
});

afterEach(async () => {
  await removeEmbeddedPostgres(dataDir);
  await rm(home, { recursive: true, force: true });
});

const start = (options: Partial<EmbeddedPostgresOptions> = {}) =>
  startEmbeddedPostgres({ dataDir, persistent: true, ...options });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("keeps its data through stop and start, and takes 200 connections", async () => {
  const first = await start();
  await query(first.url, "create table note (body text); insert into note values ('ä kept')");
  await first.stop();
  expect(await describeProcess(first.pid)).toBeNull();

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second.url, "select body from note")).toEqual([{ body: "ä kept" }]);
  expect(await query(second.url, "show max_connections")).toEqual([{ max_connections: "200" }]);
  await second.stop();
});

test("adopts the server that a kill −9 of its parent left running", async () => {
  const parent = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "keep-running.ts"), dataDir],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = await once(createInterface(parent.stdout), "line");
  const { url, pid } = JSON.parse(String(line));
  await query(url, "create table note (body text); insert into note values ('before the kill')");
  parent.kill("SIGKILL");
  await once(parent, "exit");

  const adopted = await start();
  expect(adopted).toMatchObject({ adopted: true, pid, url });
  expect(await query(adopted.url, "select body from note")).toEqual([{ body: "before the kill" }]);
  await adopted.stop();
  expect(await describeProcess(pid)).toBeNull();
});

test("replaces a server whose programs have been removed, and keeps its data", async () => {
  const first = await start();
  await query(first.url, "create table note (body text); insert into note values ('kept')");
  const optsFile = join(dataDir, "cluster", "postmaster.opts");
  const opts = await readFile(optsFile, "utf8");
  await writeFile(optsFile, opts.replace(/^[^"]* /, "/a/checkout/that/is/gone/bin/postgres "));

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await describeProcess(first.pid)).toBeNull();
  expect(await query(second.url, "select body from note")).toEqual([{ body: "kept" }]);
});

test("recovers committed rows after kill −9 of PostgreSQL itself", async () => {
  const first = await start();
  await query(first.url, "create table note (body text); insert into note values ('committed')");
  process.kill(first.pid, "SIGKILL");
  expect(await waitForExit(first.pid, 10_000)).toBe(true);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second.url, "select body from note")).toEqual([{ body: "committed" }]);
  expect(await readFile(join(dataDir, "server.log"), "utf8")).toContain("automatic recovery in progress");
});

test("is not held up by a pid file whose pid another program has been given", async () => {
  const first = await start();
  await first.stop();
  const stale = [
    String(process.pid),
    dataDir,
    "1",
    String(first.port),
    "",
    "127.0.0.1",
    "0 0",
    "ready   ",
    "",
  ];
  await writeFile(join(dataDir, "cluster", "postmaster.pid"), stale.join("\n"));

  const second = await start();
  expect(second).toMatchObject({ adopted: false });
  expect(second.pid).not.toBe(process.pid);
});

test("begins again when a kill came in the middle of creating the cluster", async () => {
  await mkdir(join(dataDir, "cluster"), { recursive: true });
  await writeFile(join(dataDir, "cluster", "PG_VERSION"), "18\n");

  const server = await start();
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("takes the preferred port when it is free, and another one when it is not", async () => {
  const preferred = await findFreePort();
  const free = await start({ port: preferred });
  expect(free.port).toBe(preferred);
  await free.stop();

  const squatter = createServer().listen(preferred, "127.0.0.1");
  await once(squatter, "listening");
  const moved = await start({ port: preferred });
  expect(moved.port).not.toBe(preferred);
  expect(await query(moved.url, "select 1 as one")).toEqual([{ one: 1 }]);
  squatter.close();
});

test("restarts instead of adopting when other settings are wanted", async () => {
  const first = await start();
  const second = await start({ postgresFlags: ["-c", "work_mem=7MB"] });
  expect(second.adopted).toBe(false);
  expect(await describeProcess(first.pid)).toBeNull();
  expect(await query(second.url, "show work_mem")).toEqual([{ work_mem: "7MB" }]);
});

test("gives two callers at once the same server", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.pid).toBe(other.pid);
});

test("a throw-away cluster starts empty and leaves nothing", async () => {
  const first = await start();
  await query(first.url, "create table note (body text)");

  const second = await start({ persistent: false, postgresFlags: THROWAWAY_FLAGS });
  expect(await query(second.url, "select to_regclass('note') as note")).toEqual([{ note: null }]);
  expect(await query(second.url, "show fsync")).toEqual([{ fsync: "off" }]);
  await second.stop();
  await expect(stat(dataDir)).rejects.toThrow("ENOENT");
});

test.runIf(process.getuid?.() === 0)(
  "as root, also below a folder that is closed to everyone else",
  async () => {
    await chmod(home, 0o700);
    const first = await start();
    await query(first.url, "create table note (body text); insert into note values ('kept')");
    await first.stop();
    const second = await start();
    expect(await query(second.url, "select body from note")).toEqual([{ body: "kept" }]);
  },
);
