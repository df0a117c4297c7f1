import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbeddedPostgres, tryProcessLock, withProcessLock } from "@evenshare/database/embedded";
import { endNotedProcesses, noteOf } from "../processes/process-note";

/** A folder for one run, below a folder of this account's runs. A stack may have it as its data folder. */
export interface RunFolder {
  readonly path: string;
  readonly clusterDir: string;
  /** Where the run writes down a process that must not outlive it. */
  readonly childNote: string;
  remove(): Promise<void>;
}

const describeFolder = (path: string) => ({
  path,
  clusterDir: join(path, "postgres"),
  running: join(path, "run"),
  lock: join(path, "owner.lock"),
});

/** Where this account's runs of one kind keep what they need while they last. */
export function runsFolderOf(kind: "tests" | "harness"): string {
  return join(tmpdir(), `evenshare-${kind}-${process.getuid?.() ?? "user"}`);
}

/** Makes the folder of this run and clears away what killed runs left: their processes, their clusters. */
export function openRunFolder(runsFolder: string): Promise<RunFolder> {
  return withProcessLock(`${runsFolder}.lock`, async () => {
    // A server under another account than ours must be able to enter.
    await mkdir(runsFolder, { recursive: true });
    await chmod(runsFolder, 0o755);
    await clearDead(runsFolder);
    const folder = describeFolder(await mkdtemp(join(runsFolder, "run-")));
    await chmod(folder.path, 0o755);
    const lock = await tryProcessLock(folder.lock);
    if ("heldBy" in lock) throw new Error(`Two runs in one folder: ${folder.path}`);
    const { path, clusterDir, running } = folder;
    return {
      path,
      clusterDir,
      childNote: noteOf(running, "child"),
      async remove() {
        await clear(folder);
        await lock.release();
      },
    };
  });
}

/** Clears away what killed runs left. */
export function clearDeadRuns(runsFolder: string): Promise<void> {
  return withProcessLock(`${runsFolder}.lock`, () => clearDead(runsFolder));
}

async function clearDead(runsFolder: string): Promise<void> {
  for (const name of await readdir(runsFolder)) {
    const folder = describeFolder(join(runsFolder, name));
    const lock = await tryProcessLock(folder.lock);
    if (!("heldBy" in lock)) await clear(folder);
  }
}

async function clear({ path, clusterDir, running }: ReturnType<typeof describeFolder>): Promise<void> {
  await endNotedProcesses(running);
  await removeEmbeddedPostgres(clusterDir);
  await rm(path, { recursive: true, force: true, maxRetries: 5 });
}
