import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describeProcess } from "@evenshare/database/embedded";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { openRunFolder } from "../../src/test-run/run-folder";

const lineSchema = z.object({ path: z.string(), pids: z.array(z.number()).length(3) });

test("clears away what a run killed with −9 left: its suites, its cluster, its folder", async () => {
  const runsFolder = await mkdtemp(join(tmpdir(), "evenshare-runs-"));
  await chmod(runsFolder, 0o755);
  onTestFinished(() => rm(runsFolder, { recursive: true, force: true }));
  const run = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "killed-run.ts"), runsFolder],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [line] = await once(createInterface(run.stdout), "line");
  const { path, pids } = lineSchema.parse(JSON.parse(String(line)));

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
