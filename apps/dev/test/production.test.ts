import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
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
      "BRAND_ORIGIN",
      "PRODUCER_ORIGIN",
      "STRIPE_SECRET_KEY",
      "STRIPE_WEBHOOK_SECRET",
    ],
  ],
  ["worker", ["DATABASE_URL", "SMTP_URL", "MAIL_FROM", "STRIPE_SECRET_KEY", "STRIPE_CONNECT_WEBHOOK_SECRET"]],
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
