import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { signalProcess, waitForExit } from "@evenshare/database/embedded";

const run = promisify(execFile);

/** Kills a process and everything below it at once, and waits until they are gone. */
export async function killTree(pid: number): Promise<void> {
  const pids = await listTree(pid);
  for (const member of pids) signalProcess(member, "SIGKILL");
  await Promise.all(pids.map((member) => waitForExit(member, 10_000)));
}

/** The pid and the pids of all its descendants, parents first. */
async function listTree(pid: number): Promise<number[]> {
  const parents = await readParents();
  const tree = [pid];
  for (const member of tree) {
    for (const [child, parent] of parents) if (parent === member) tree.push(child);
  }
  return tree;
}

/** Each process with its parent. Slim machines have no `ps`, so Linux is asked directly. */
async function readParents(): Promise<[number, number][]> {
  if (process.platform !== "linux") {
    const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid="]);
    return stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([child = 0, parent = 0]) => [child, parent]);
  }
  const pids = (await readdir("/proc")).map(Number).filter(Number.isInteger);
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return stats.map((stat, index) => {
    // The name stands in brackets and may hold anything, so count from its end: state, parent, …
    const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    return [pids[index] ?? 0, Number(parent)];
  });
}
