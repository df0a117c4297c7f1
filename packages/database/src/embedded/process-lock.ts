import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describeProcess, type ProcessInfo } from "./process-info";

/** A lock that is held until it is released or its holder is dead, however it died. */
export interface ProcessLock {
  release(): Promise<void>;
}

/** Takes the lock, or answers who holds it. A lock left by a dead process is taken over. */
export async function tryProcessLock(file: string): Promise<ProcessLock | { heldBy: ProcessInfo }> {
  await mkdir(dirname(file), { recursive: true });
  const self = await describeProcess(process.pid);
  if (!self) throw new Error("This process cannot find itself in the process table.");
  const mine = `${file}.${randomUUID()}`;
  const content = `${self.pid} ${self.startToken}\n`;
  await writeFile(mine, content);
  try {
    for (;;) {
      // Linking is atomic and fails when the name exists: of many takers one wins.
      if (await succeeds(link(mine, file))) return { release: () => releaseIfOurs(file, content) };
      const holder = await readHolder(file);
      if (holder) return { heldBy: holder };
      await removeStale(file, mine);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Runs `work` under the lock, waiting for whoever has it. */
export async function withProcessLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = await tryProcessLock(file);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function readHolder(file: string): Promise<ProcessInfo | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  const [pid, startToken] = text.trim().split(/ (.*)/s);
  const info = await describeProcess(Number(pid));
  return info && info.startToken === startToken ? info : null;
}

async function removeStale(file: string, mine: string): Promise<void> {
  const aside = `${mine}.stale`;
  if (!(await succeeds(rename(file, aside)))) return;
  // Between looking and moving, somebody else may have cleared it and taken the lock: give it back.
  if (await readHolder(aside)) await succeeds(link(aside, file));
  await rm(aside, { force: true });
}

async function releaseIfOurs(file: string, content: string): Promise<void> {
  if ((await readFile(file, "utf8").catch(() => "")) === content) await rm(file, { force: true });
}

function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
