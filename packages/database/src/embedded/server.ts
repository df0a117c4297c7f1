import { spawn } from "node:child_process";
import { open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { type Cluster, SERVER_ENV } from "./cluster";
import { findRunningServer, type PostmasterFile, readPostmasterFile } from "./postmaster-file";
import { signalProcess, waitForExit } from "./process-info";

/** Loopback only, no Unix socket (its path may be too long or not writable), room for many small pools. */
const BASE_FLAGS = [
  ["listen_addresses", "127.0.0.1"],
  ["unix_socket_directories", ""],
  ["max_connections", "200"],
  ["shared_buffers", "256MB"],
  ["timezone", "UTC"],
  ["log_timezone", "UTC"],
  ["jit", "off"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/** Connection string of the superuser on the `postgres` database. */
export function connectionUrl(cluster: Cluster, port: number): string {
  return `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/**
 * Starts the server of a cluster and waits until it takes connections; crash recovery is part of that.
 * Throws with the end of the server's log when it gives up, `PortTakenError` when only the port is to blame.
 */
export async function launchServer(
  cluster: Cluster,
  port: number,
  extraFlags: readonly string[],
): Promise<PostmasterFile> {
  // Nobody runs here (the caller looked), so the file is a dead server's. Left in place it would stop a
  // new one whenever its pid has been given to some other program of the same account.
  await rm(join(cluster.dir, "postmaster.pid"), { force: true });
  const log = await open(cluster.logFile, "a");
  const logStart = (await log.stat()).size;
  try {
    const child = spawn(
      cluster.binaries.postgres,
      ["-D", cluster.dir, "-p", String(port), ...BASE_FLAGS, ...extraFlags],
      // A session of its own: Ctrl-C in the terminal must not stop it before those who use it.
      { ...cluster.account, env: SERVER_ENV, cwd: "/", detached: true, stdio: ["ignore", log.fd, log.fd] },
    );
    child.unref();
    let exited = false;
    child.once("exit", () => {
      exited = true;
    });
    child.once("error", () => {
      exited = true;
    });
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!exited && performance.now() < deadline) {
      const file = await readPostmasterFile(cluster.dir);
      if (file?.pid === child.pid && file?.ready) return file;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    if (!exited) child.kill("SIGKILL");
  } finally {
    await log.close();
  }
  const said = (await readFile(cluster.logFile)).subarray(logStart).toString("utf8").trim();
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) throw new PortTakenError(port);
  throw new Error(`PostgreSQL did not start in ${cluster.dir}:\n${said.split("\n").slice(-12).join("\n")}`);
}

/** The port was taken between looking and listening. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken.`);
  }
}

/** The running server if it is healthy, has the same settings and lets us in; else `null`. */
export async function findAdoptableServer(
  cluster: Cluster,
  extraFlags: readonly string[],
): Promise<PostmasterFile | null> {
  const running = await findRunningServer(cluster.dir);
  if (!running) return null;
  const options = await readFile(join(cluster.dir, "postmaster.opts"), "utf8").catch(() => "");
  if (![...BASE_FLAGS, ...extraFlags].every((flag) => options.includes(`"${flag}"`))) return null;
  // Started from a checkout that is gone, it runs on and cannot load what it needs next.
  const program = options.split(' "')[0] ?? "";
  if (!(await stat(program).catch(() => null))) return null;
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const now = await findRunningServer(cluster.dir);
    if (!now || now.pid !== running.pid) return null;
    if (now.ready) return (await answers(connectionUrl(cluster, now.port))) ? now : null;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return null;
}

/** Stops whatever server runs on the cluster: politely, then firmly. */
export async function stopServer(clusterDir: string): Promise<void> {
  const running = await findRunningServer(clusterDir);
  if (!running) return;
  // SIGINT: end sessions, checkpoint, leave. SIGQUIT: leave now and recover at the next start.
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!signalProcess(running.pid, signal)) return;
    if (await waitForExit(running.pid, STOP_TIMEOUT_MS)) return;
  }
  throw new Error(`PostgreSQL (pid ${running.pid}) in ${clusterDir} cannot be stopped.`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
