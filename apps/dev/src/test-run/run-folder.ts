import { chmod, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbeddedPostgres, tryProcessLock } from "@evenshare/database/embedded";
import { endNotedProcess } from "../processes/process-note";

/** A folder for one run, below a folder of this account's runs. */
export interface RunFolder {
  readonly path: string;
  readonly clusterDir: string;
  readonly childNote: string;
  remove(): Promise<void>;
}

const describeFolder = (path: string) => ({
  path,
  clusterDir: join(path, "postgres"),
  childNote: join(path, "turbo.pid"),
  lock: join(path, "run.lock"),
});

/** Where this account's runs keep what they need while they last. */
function defaultRunsFolder(): string {
  return join(tmpdir(), `evenshare-tests-${process.getuid?.() ?? "user"}`);
}

/** Makes the folder of this run and clears away what killed runs left: their processes, their clusters. */
export async function openRunFolder(runsFolder = defaultRunsFolder()): Promise<RunFolder> {
  // A server under another account than ours must be able to enter.
  await mkdir(runsFolder, { recursive: true });
  await chmod(runsFolder, 0o755);
  for (const name of await readdir(runsFolder)) await clearIfDead(join(runsFolder, name));
  const folder = describeFolder(join(runsFolder, `run-${process.pid}`));
  await mkdir(folder.path, { recursive: true });
  await chmod(folder.path, 0o755);
  const lock = await tryProcessLock(folder.lock);
  if ("heldBy" in lock) throw new Error(`Two runs in one folder: ${folder.path}`);
  return {
    ...folder,
    remove: async () => {
      await clear(folder);
      await lock.release();
    },
  };
}

async function clearIfDead(path: string): Promise<void> {
  const folder = describeFolder(path);
  const lock = await tryProcessLock(folder.lock);
  if ("heldBy" in lock) return;
  await clear(folder);
}

async function clear(folder: ReturnType<typeof describeFolder>): Promise<void> {
  await endNotedProcess(folder.childNote);
  await removeEmbeddedPostgres(folder.clusterDir);
  await rm(folder.path, { recursive: true, force: true });
}
