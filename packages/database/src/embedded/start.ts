import { rm } from "node:fs/promises";
import { type Cluster, locateCluster, openCluster } from "./cluster";
import { findFreePort, isPortFree } from "./ports";
import type { PostmasterFile } from "./postmaster-file";
import { withProcessLock } from "./process-lock";
import { connectionUrl, findAdoptableServer, launchServer, PortTakenError, stopServer } from "./server";

/** How to start an embedded server. */
export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its log and its password; created when missing. */
  readonly dataDir: string;
  /** Port to prefer; another one is chosen when it is taken or none is given. */
  readonly port?: number;
  /** `false`: what was there is thrown away at the start, and all of it at `stop`. */
  readonly persistent: boolean;
  /** Further server flags, e.g. `["-c", "synchronous_commit=off"]`. */
  readonly postgresFlags?: readonly string[];
}

/** A running server. */
export interface EmbeddedPostgres {
  /** Superuser connection string of the `postgres` database on 127.0.0.1. */
  readonly url: string;
  readonly port: number;
  /** The postmaster's pid, for tests that kill it. */
  readonly pid: number;
  /** Whether it was already running: a server outlives a parent that is killed. */
  readonly adopted: boolean;
  /** Stops the server, also when it was adopted, and removes the data of a non-persistent one. */
  stop(): Promise<void>;
}

/** For data nobody will miss: a commit does not wait for the disk. */
export const THROWAWAY_FLAGS: readonly string[] = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
].flatMap((setting) => ["-c", setting]);

/**
 * Starts PostgreSQL on a data folder, or adopts the server that a killed parent left running there.
 * Safe to call after a kill −9 of the parent, of the server, or of an earlier start half-way: the server
 * recovers by itself. Two callers at once share one server.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return withProcessLock(`${options.dataDir}.lock`, async () => {
    const flags = options.postgresFlags ?? [];
    if (!options.persistent) await removeEmbeddedPostgres(options.dataDir);
    const cluster = await openCluster(options.dataDir);
    const running = await findAdoptableServer(cluster, flags);
    if (running) return handle(options, cluster, running, true);
    await stopServer(cluster.dir);
    return handle(options, cluster, await launchOnSomePort(cluster, options.port, flags), false);
  });
}

/** Stops the server of a data folder, if one runs, and deletes its data. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const { dir } = await locateCluster(dataDir);
  await stopServer(dir);
  await rm(dir, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}

/** Stops the server of a data folder, if one runs; its data stays. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<void> {
  const { dir } = await locateCluster(dataDir);
  await stopServer(dir);
}

async function launchOnSomePort(
  cluster: Cluster,
  preferred: number | undefined,
  flags: readonly string[],
): Promise<PostmasterFile> {
  let port = preferred !== undefined && (await isPortFree(preferred)) ? preferred : await findFreePort();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchServer(cluster, port, flags);
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === 5) throw error;
      port = await findFreePort();
    }
  }
}

function handle(
  options: EmbeddedPostgresOptions,
  cluster: Cluster,
  { pid, port }: PostmasterFile,
  adopted: boolean,
): EmbeddedPostgres {
  const stop = async (): Promise<void> => {
    if (options.persistent) await stopServer(cluster.dir);
    else await removeEmbeddedPostgres(options.dataDir);
  };
  return { url: connectionUrl(cluster, port), port, pid, adopted, stop };
}
