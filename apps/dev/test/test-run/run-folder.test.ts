import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describeProcess, waitForExit } from "@evenshare/database/embedded";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { openRunFolder } from "../../src/test-run/run-folder";

const lineSchema = z.object({ path: z.string(), pids: z.array(z.number()).length(3) });

interface KilledRun {
  readonly runsFolder: string;
  readonly process: ChildProcess;
  /** Its folder, and the cluster, the suite and what the suite started. */
  readonly path: string;
  readonly pids: readonly number[];
}

async function startRun(...args: string[]): Promise<KilledRun> {
  const runsFolder = await mkdtemp(join(tmpdir(), "evenshare-runs-"));
  await chmod(runsFolder, 0o755);
  onTestFinished(() => rm(runsFolder, { recursive: true, force: true }));
  const script = join(import.meta.dirname, "killed-run.ts");
  const run = spawn(process.execPath, ["--import", "tsx", script, runsFolder, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(run.stdout), "line");
  return { runsFolder, process: run, ...lineSchema.parse(JSON.parse(String(line))) };
}

test("clears away what a run killed with −9 left: its suites, its cluster, its folder", async () => {
  const { runsFolder, process: run, path, pids } = await startRun();
  const meanwhile = await openRunFolder(runsFolder);
  expect((await readdir(runsFolder)).map((name) => join(runsFolder, name))).toContain(path);
  await meanwhile.remove();

  run.kill("SIGKILL");
  await once(run, "exit");
  for (const pid of pids) expect(await describeProcess(pid)).not.toBeNull();

  const next = await openRunFolder(runsFolder);
  for (const pid of pids) expect(await describeProcess(pid)).toBeNull();
  await next.remove();
  expect(await readdir(runsFolder)).toEqual([]);
});

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "a guarded run that %s ends leaves nothing, without another run after it",
  async (signal) => {
    const { runsFolder, process: run, pids } = await startRun("guarded");
    run.kill(signal);
    await once(run, "exit");
    for (const pid of pids) expect(await waitForExit(pid, 20_000)).toBe(true);
    await vi.waitFor(async () => expect(await readdir(runsFolder)).toEqual([]), 20_000);
  },
);
