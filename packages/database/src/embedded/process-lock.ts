import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
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
  // Unlike any other, so that a lock is never taken for a later one of the same process.
  const content = `${self.pid} ${randomUUID()} ${self.startToken}\n`;
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, content);
  try {
    for (;;) {
      // Linking is atomic and fails when the name exists: of many takers one wins.
      if (await succeeds(link(mine, file))) return { release: () => removeIf(file, content) };
      const found = await read(file);
      if (found === null) continue;
      const holder = await holderOf(found);
      if (holder) return { heldBy: holder };
      await removeStale(file, found);
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

/** The process that a lock's content names, if it lives. */
async function holderOf(content: string): Promise<ProcessInfo | null> {
  const [pid, , startToken] = content.trim().split(/ (\S+) (.*)/s);
  const info = await describeProcess(Number(pid));
  return info && info.startToken === startToken ? info : null;
}

/**
 * Removes exactly the lock with this content, whose holder is dead. Whoever holds the lock on that lock may do so and
 * nobody else, so a lock that was taken meanwhile is never touched.
 */
async function removeStale(file: string, content: string): Promise<void> {
  const name = createHash("sha256").update(content).digest("hex").slice(0, 16);
  await withProcessLock(`${file}.stale-${name}`, () => removeIf(file, content));
}

async function removeIf(file: string, content: string): Promise<void> {
  if ((await read(file)) === content) await rm(file, { force: true });
}

/** What stands in a lock; null when there is none. */
function read(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}

function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
