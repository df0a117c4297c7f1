import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbeddedPostgres } from "@evenshare/database/embedded";
import { afterEach, beforeEach, expect, test } from "vitest";
import { childEnv } from "../src/env";
import { killTree } from "../src/processes/process-tree";
import { hasPnpm } from "./has-pnpm";

const NOTHING_GIVEN = { DATABASE_URL: undefined, STRIPE_SECRET_KEY: undefined, SMTP_URL: undefined };

let dataDir: string;
let command: ChildProcess | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "evenshare-dev-"));
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  if (command?.pid) await killTree(command.pid);
  await removeEmbeddedPostgres(join(dataDir, "postgres"));
  await rm(dataDir, { recursive: true, force: true });
});

interface Running {
  readonly command: ChildProcess;
  /** What it said so far. */
  readonly said: () => string;
  readonly brand: string;
  readonly mailbox: string;
}

async function startDev(...flags: string[]): Promise<Running> {
  const started = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "../src/dev.ts"), "--empty", ...flags],
    {
      cwd: join(import.meta.dirname, ".."),
      env: childEnv({ ...NOTHING_GIVEN, EVENSHARE_DATA_DIR: dataDir }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  command = started;
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes("Ctrl-C")) resolve();
    };
    started.stdout.on("data", listen);
    started.stderr.on("data", listen);
    started.once("exit", () => reject(new Error(`dev ended:\n${said}`)));
  });
  const addressOf = (what: string) => new RegExp(`${what} +(http://\\S+)`).exec(said)?.[1] ?? "";
  return {
    command: started,
    said: () => said,
    brand: addressOf("Brand portal"),
    mailbox: addressOf("Mailbox"),
  };
}

async function expectUsable({ brand, mailbox }: Running): Promise<void> {
  expect(await (await fetch(brand)).text()).toContain('<div id="root">');
  expect((await fetch(`${brand}/health`)).status).toBe(200);
  expect((await fetch(`${mailbox}/health`)).status).toBe(200);
}

test.runIf(hasPnpm)(
  "one command starts it; twice in a row, after Ctrl-C, after kill −9, and with a port taken",
  { timeout: 300_000 },
  async () => {
    const first = await startDev();
    await expectUsable(first);
    first.command.kill("SIGINT");
    expect(await once(first.command, "exit")).toEqual([0, null]);
    expect(await readdir(join(dataDir, "run"))).toEqual([]);

    const second = await startDev();
    await expectUsable(second);
    second.command.kill("SIGKILL");
    await once(second.command, "exit");

    const third = await startDev();
    await expectUsable(third);
    third.command.kill("SIGTERM");
    await once(third.command, "exit");

    // Somebody else's now, if it was not already.
    const squatter = createServer()
      .listen(5103, "127.0.0.1")
      .on("error", () => undefined);
    const fourth = await startDev("--fresh");
    await expectUsable(fourth);
    expect(fourth.said()).toContain("Port 5103 is taken: the mailbox is on");
    squatter.close();
    fourth.command.kill("SIGINT");
    await once(fourth.command, "exit");
  },
);
