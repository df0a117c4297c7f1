import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A running process. `startToken` differs between two processes that were given the same pid in turn. */
export interface ProcessInfo {
  readonly pid: number;
  readonly startToken: string;
  readonly command: string;
}

/**
 * Describes a running process, or answers `null` when the pid is free.
 * A zombie counts as dead: signalling it would succeed, yet it holds nothing any more.
 */
export async function describeProcess(pid: number): Promise<ProcessInfo | null> {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return process.platform === "linux" ? describeFromProc(pid) : describeFromPs(pid);
}

/** Waits until the pid is free; answers whether that happened within `timeoutMs`. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const before = await describeProcess(pid);
  if (!before) return true;
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const now = await describeProcess(pid);
    if (!now || now.startToken !== before.startToken) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Sends a signal; answers false when the process is already gone. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

async function describeFromProc(pid: number): Promise<ProcessInfo | null> {
  try {
    const [stat, cmdline] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile(`/proc/${pid}/cmdline`, "utf8"),
    ]);
    // The second field is the name in brackets and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    const startTicks = fields[19];
    const threads = Number(fields[17]);
    // Its first thread may be a zombie while others still close what it held.
    const dead = (state === "Z" && threads <= 1) || state === "X";
    if (dead || startTicks === undefined) return null;
    return { pid, startToken: startTicks, command: cmdline.replaceAll("\0", " ").trim() };
  } catch {
    return null;
  }
}

async function describeFromPs(pid: number): Promise<ProcessInfo | null> {
  try {
    const { stdout } = await run("ps", ["-ww", "-o", "stat=,lstart=,command=", "-p", String(pid)]);
    const line = stdout.trim();
    const match = /^(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/s.exec(line);
    if (!match || match[1]?.startsWith("Z")) return null;
    return { pid, startToken: match[2] ?? "", command: match[3] ?? "" };
  } catch {
    return null;
  }
}
