import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeProcess } from "./process-info";

/** What a running server wrote into the `postmaster.pid` of its cluster. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; `null` when there is none, or only the beginning of one. */
export async function readPostmasterFile(clusterDir: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(clusterDir, "postmaster.pid"), "utf8").catch(() => null);
  return text === null ? null : parsePostmasterFile(text);
}

/** Line 1 is the pid, line 4 the port, line 8 the state (`ready`, `starting`, `stopping`). */
function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // A server in single-user mode writes its pid negated.
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) ? port : 0, ready: lines[7]?.trim() === "ready" };
}

/**
 * The server that really runs on this cluster, or `null`. A file left by a killed server does not count,
 * also not when its pid has since been given to another program.
 */
export async function findRunningServer(clusterDir: string): Promise<PostmasterFile | null> {
  const file = await readPostmasterFile(clusterDir);
  if (!file) return null;
  const owner = await describeProcess(file.pid);
  return owner?.command.includes(clusterDir) ? file : null;
}
