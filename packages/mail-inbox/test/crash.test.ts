import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";

let dataDir: string;
let running: ChildProcess | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "evenshare-mail-"));
});

afterEach(async () => {
  running?.kill("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

async function startProcess(env: Record<string, string> = {}) {
  const main = join(import.meta.dirname, "../src/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { MAIL_INBOX_SMTP_PORT: "0", MAIL_INBOX_HTTP_PORT: "0", MAIL_INBOX_DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  const [line] = await once(createInterface(child.stdout), "line");
  return { child, ...z.object({ smtpUrl: z.string(), url: z.string() }).parse(JSON.parse(String(line))) };
}

test("an acknowledged mail survives kill −9 of the process", async () => {
  const first = await startProcess();
  await createTransport(first.smtpUrl).sendMail({
    from: "a@b.example",
    to: "ada@studio.example",
    subject: "kept",
    text: "x",
  });
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  const second = await startProcess();
  expect(await (await fetch(`${second.url}/api/messages`)).json()).toMatchObject([{ subject: "kept" }]);
});

test("stops on SIGTERM while a page is watching", async () => {
  const { child, url } = await startProcess();
  const events = await fetch(`${url}/api/events`);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  await events.body?.cancel().catch(() => undefined);
});
