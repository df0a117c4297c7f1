import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ProcessLock, removeEmbeddedPostgres, tryProcessLock } from "@evenshare/database/embedded";
import { z } from "zod";
import { endNotedProcesses, noteOf } from "../processes/process-note";

const LOCK = "run.lock";
const RUNNING = "run";

const secretsSchema = z.object({
  authSecret: z.string(),
  /** Of the webhook endpoints registered at the sandbox, which tells them only once. */
  webhooks: z
    .object({ platformId: z.string(), platform: z.string(), connectId: z.string(), connect: z.string() })
    .nullable(),
});

/** What a stack makes up once and has to remember. */
export type StackSecrets = z.infer<typeof secretsSchema>;

/** The folder in which a stack keeps everything, locked for it. */
export interface DataFolder {
  readonly postgres: string;
  readonly sandbox: string;
  readonly mail: string;
  readonly clockFile: string;
  logFile(service: string): string;
  pidFile(service: string): string;
  readSecrets(): Promise<StackSecrets>;
  writeSecrets(secrets: StackSecrets): Promise<void>;
  /** Sentences about what had to be cleared away. */
  readonly notes: readonly string[];
  unlock(): Promise<void>;
}

/**
 * Takes the folder for this process and ends what a killed predecessor left running in it.
 * Throws when another stack is alive in it. `fresh` forgets all it holds.
 */
export async function openDataFolder(dir: string, fresh: boolean): Promise<DataFolder> {
  await mkdir(dir, { recursive: true });
  const lock = await tryProcessLock(join(dir, LOCK));
  if ("heldBy" in lock) {
    throw new Error(
      `Evenshare already runs in ${dir} (process ${lock.heldBy.pid}). Stop it, or set EVENSHARE_DATA_DIR.`,
    );
  }
  try {
    const ended = await endNotedProcesses(join(dir, RUNNING));
    const notes = ended.map((name) => `Ended ${name}, left over from a killed run.`);
    if (fresh) await forget(dir);
    return { ...layOut(dir, lock), notes };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function layOut(dir: string, lock: ProcessLock): Omit<DataFolder, "notes"> {
  const secretsFile = join(dir, "secrets.json");
  return {
    postgres: join(dir, "postgres"),
    sandbox: join(dir, "stripe-sandbox"),
    mail: join(dir, "mail"),
    clockFile: join(dir, "clock.json"),
    logFile: (service) => join(dir, "logs", `${service}.log`),
    pidFile: (service) => noteOf(join(dir, RUNNING), service),
    async readSecrets() {
      const text = await readFile(secretsFile, "utf8").catch(() => null);
      if (text !== null) return secretsSchema.parse(JSON.parse(text));
      return { authSecret: randomBytes(32).toString("base64url"), webhooks: null };
    },
    async writeSecrets(secrets) {
      await writeFile(`${secretsFile}.part`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
      await rename(`${secretsFile}.part`, secretsFile);
    },
    unlock: () => lock.release(),
  };
}

async function forget(dir: string): Promise<void> {
  await removeEmbeddedPostgres(join(dir, "postgres"));
  const names = (await readdir(dir)).filter((name) => name !== LOCK);
  await Promise.all(names.map((name) => rm(join(dir, name), { recursive: true, force: true })));
}
