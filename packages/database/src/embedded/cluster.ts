import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chown, mkdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { canReach, chooseServerAccount, type ServerAccount } from "./account";
import { locateBinaries, type PostgresBinaries, SHARED_STATE_DIR } from "./binaries";

const run = promisify(execFile);

/** A cluster on disk: where it is, who runs it, with which programs. */
export interface Cluster {
  readonly dir: string;
  readonly logFile: string;
  readonly account: ServerAccount;
  readonly binaries: PostgresBinaries;
  readonly password: string;
}

/** The environment of the programs: nothing of the caller's PG… variables or language leaks in. */
export const SERVER_ENV = { LC_ALL: "C", PATH: "/usr/bin:/bin:/usr/local/bin" };

/**
 * Where the cluster of a data folder lives: inside it, or, for a root user whose folders the server's
 * account cannot enter, below {@link SHARED_STATE_DIR} under a name derived from the data folder.
 */
export async function locateCluster(dataDir: string): Promise<{ dir: string; account: ServerAccount }> {
  await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const inside = join(home, "cluster");
  const account = await chooseServerAccount(inside);
  if (await canReach(inside, account)) return { dir: inside, account };
  const name = createHash("sha256").update(home).digest("hex").slice(0, 16);
  const outside = join(SHARED_STATE_DIR, `postgres-${name}`);
  return { dir: outside, account: await chooseServerAccount(outside) };
}

/** Opens the cluster of a data folder and creates it when there is none, or only half of one. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const { dir, account } = await locateCluster(dataDir);
  const binaries = await locateBinaries(account);
  const passwordFile = join(dataDir, "superuser-password");
  const marker = join(dataDir, "cluster-complete");
  const complete = (await exists(marker)) && (await exists(join(dir, "PG_VERSION")));
  const password = complete
    ? (await readFile(passwordFile, "utf8")).trim()
    : randomBytes(18).toString("base64url");
  const cluster = { dir, logFile: join(dataDir, "server.log"), account, binaries, password };
  if (complete) return cluster;
  await rm(dir, { recursive: true, force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await initialise(cluster);
  // Written last: a kill in the middle of initdb is noticed by its absence and begun again.
  await writeFile(marker, "");
  return cluster;
}

async function initialise({ dir, account, binaries, password }: Cluster): Promise<void> {
  await mkdir(dirname(dir), { recursive: true, mode: 0o755 });
  await mkdir(dir, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) await chown(dir, account.uid, account.gid);
  // initdb insists on a file for the password, readable by its account, and on an empty folder.
  const pwfile = `${dir}.pw`;
  await writeFile(pwfile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) await chown(pwfile, account.uid, account.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${dir}`,
        "--username=postgres",
        `--pwfile=${pwfile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same sort order on every machine, whatever languages it has installed.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        // Nothing is in it yet: a power cut now only means to start again.
        "--no-sync",
      ],
      { ...account, env: SERVER_ENV, cwd: "/" },
    );
  } catch (error) {
    const detail = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`PostgreSQL's initdb failed in ${dir}: ${detail.trim()}`);
  } finally {
    await rm(pwfile, { force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
