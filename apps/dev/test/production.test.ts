import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { serverEntry } from "../src/production/server-apps";

const run = promisify(execFile);

beforeAll(async () => {
  await run(process.execPath, ["--import", "tsx", join(import.meta.dirname, "../src/build.ts")]);
});

test.each([
  [
    "api",
    [
      "DATABASE_URL",
      "AUTH_SECRET",
      "MAIL_FROM",
      "BRAND_ORIGIN",
      "PRODUCER_ORIGIN",
      "STRIPE_SECRET_KEY",
      "STRIPE_WEBHOOK_SECRET",
    ],
  ],
  [
    "worker",
    [
      "DATABASE_URL",
      "AUTH_SECRET",
      "SMTP_URL",
      "MAIL_FROM",
      "STRIPE_SECRET_KEY",
      "STRIPE_CONNECT_WEBHOOK_SECRET",
    ],
  ],
] as const)(
  "the built %s needs nothing but Node, and names every variable it misses",
  async (app, missing) => {
    const child = spawn(process.execPath, [serverEntry(app)], {
      env: { NODE_ENV: "production" },
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
    });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code).not.toBe(0);
    for (const name of missing) expect(said).toContain(`${name} is missing`);
  },
);

test("the built api listens where no package lies beside it, with what it draws receipts with", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "evenshare-built-"));
  try {
    await cp(dirname(serverEntry("api")), elsewhere, { recursive: true });
    await writeFile(join(elsewhere, "index.html"), "<!doctype html><head></head>");
    const child = spawn(process.execPath, [join(elsewhere, "main.js")], {
      env: {
        NODE_ENV: "production",
        // Nobody listens there: the database is asked only when a request needs it.
        DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
        AUTH_SECRET: "x".repeat(32),
        MAIL_FROM: "Evenshare <mail@platform.example>",
        BRAND_ORIGIN: "https://brand.example",
        PRODUCER_ORIGIN: "https://producer.example",
        BRAND_PORT: "0",
        PRODUCER_PORT: "0",
        BRAND_PORTAL_DIR: elsewhere,
        PRODUCER_PORTAL_DIR: elsewhere,
        STRIPE_SECRET_KEY: "sk_live_none",
        STRIPE_WEBHOOK_SECRET: "whsec_none",
        STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_none",
      },
      cwd: elsewhere,
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      expect(await saidUntil(child, "the API is listening")).toContain("the API is listening");
    } finally {
      child.kill("SIGKILL");
    }
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
});

/** What a process says until `wanted` is in it, or until it ends. */
async function saidUntil(
  child: { stdout: Readable; stderr: Readable } & NodeJS.EventEmitter,
  wanted: string,
): Promise<string> {
  let said = "";
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (part) => {
        said += String(part);
        if (said.includes(wanted)) resolve(said);
      });
    }
    child.once("close", () => resolve(said));
  });
}
