import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "@evenshare/database/testing";
import { afterEach, describe, expect, it } from "vitest";
import { environmentOf } from "./api";
import { programPath } from "./env";

const workspace = fileURLToPath(new URL("..", import.meta.url));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(variables: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: workspace,
    env: { PATH: programPath, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let out = "";
  const heard = new Promise<{ brandPort: number }>((resolve) => {
    child.stdout.on("data", (text) => {
      out += text;
      const line = /^.*"the API is listening".*$/m.exec(out)?.[0];
      if (line !== undefined) resolve(JSON.parse(line));
    });
  });
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const ended = once(child, "exit").then(([code]) => ({ code, errors }));
  return { child, heard, ended };
}

describe("the process", () => {
  it("does not start without a variable, and names it", async () => {
    const { AUTH_SECRET: _, ...rest } = environmentOf("postgresql://localhost/none");
    const { code, errors } = await start(rest).ended;
    expect(code).toBe(1);
    expect(errors).toBe("the API cannot start:\n  AUTH_SECRET is missing\n");
  });

  it("starts while the database is away and says that it is not ready", async () => {
    const api = start({ ...environmentOf("postgresql://postgres@127.0.0.1:9/none"), LOG_LEVEL: "info" });
    const { brandPort } = await api.heard;
    expect((await fetch(`http://127.0.0.1:${brandPort}/health/ready`)).status).toBe(503);
    api.child.kill("SIGTERM");
    expect((await api.ended).code).toBe(0);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("on %s listens no more and leaves with 0", async (signal) => {
    const database = await createTestDatabase();
    const api = start({ ...environmentOf(database.url), LOG_LEVEL: "info" });
    const { brandPort } = await api.heard;
    expect((await fetch(`http://127.0.0.1:${brandPort}/health/ready`)).status).toBe(200);
    api.child.kill(signal);
    expect((await api.ended).code).toBe(0);
    await expect(fetch(`http://127.0.0.1:${brandPort}/health/ready`)).rejects.toThrow();
    await database.drop();
  });
});
