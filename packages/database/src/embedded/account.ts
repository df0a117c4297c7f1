import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The system account a server runs under; empty when it is simply the account of this process. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. As root the server therefore runs as the owner of an existing
 * cluster, else as `postgres`, else as `nobody`, which every system has: no account is ever created.
 */
export async function chooseServerAccount(clusterDir: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(clusterDir).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ["postgres", "nobody"]) {
    const account = await lookUpAccount(name);
    if (account) return account;
  }
  throw new Error(
    "PostgreSQL cannot run as root, and there is no account 'postgres' or 'nobody' to run it as.",
  );
}

/** Whether the account may walk through every folder above `path`. */
export async function canReach(path: string, account: ServerAccount): Promise<boolean> {
  if (account.uid === undefined) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const info = await stat(folder).catch(() => null);
    if (info && !maySearch(info, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function maySearch(info: { mode: number; uid: number; gid: number }, account: ServerAccount): boolean {
  if (info.uid === account.uid) return (info.mode & 0o100) !== 0;
  if (info.gid === account.gid) return (info.mode & 0o010) !== 0;
  return (info.mode & 0o001) !== 0;
}

async function lookUpAccount(name: string): Promise<ServerAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
  } catch {
    return null;
  }
}
