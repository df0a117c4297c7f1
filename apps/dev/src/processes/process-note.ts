import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describeProcess } from "@evenshare/database/embedded";
import { killTree } from "./process-tree";

/** Writes down a running child so that a later run can find it when this one is killed. */
export async function noteProcess(file: string, pid: number): Promise<void> {
  const info = await describeProcess(pid);
  if (!info) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${pid} ${info.startToken}\n`);
  await rename(`${file}.part`, file);
}

/** The child written down in the file if it still runs: same pid and same start, not a successor's. */
export async function findNotedProcess(file: string): Promise<number | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  const [pid, startToken] = text.trim().split(/ (.*)/s);
  const info = await describeProcess(Number(pid));
  return info && info.startToken === startToken ? info.pid : null;
}

/** Ends the child written down in the file, with all of its own, and forgets it. Answers whether it ran. */
export async function endNotedProcess(file: string): Promise<boolean> {
  const pid = await findNotedProcess(file);
  if (pid !== null) await killTree(pid);
  await rm(file, { force: true });
  return pid !== null;
}

const EXTENSION = ".pid";

/** Where a folder keeps its note of the process called `name`. */
export function noteOf(folder: string, name: string): string {
  return join(folder, name + EXTENSION);
}

/** Ends every child written down in a folder; answers the names of those that ran. */
export async function endNotedProcesses(folder: string): Promise<string[]> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(EXTENSION));
  const ended: string[] = [];
  for (const file of files) {
    if (await endNotedProcess(join(folder, file))) ended.push(basename(file, EXTENSION));
  }
  return ended;
}
