import {
  describeProcess,
  type EmbeddedPostgres,
  signalProcess,
  startEmbeddedPostgres,
  waitForExit,
} from "@evenshare/database/embedded";
import type { Service } from "./service";

const WATCH_MS = 1_000;

/** The embedded PostgreSQL of a stack, with its address once it runs. */
export interface PostgresService extends Service {
  /** Superuser connection string of the server's `postgres` database. */
  url(): string;
}

/** Makes a service of the embedded PostgreSQL; it keeps its port from start to start. */
export function createPostgresService(options: {
  readonly dataDir: string;
  /** The port to prefer; any, if none is given. */
  readonly port?: number;
  readonly postgresFlags: readonly string[];
  /** Start it again when it dies by itself. */
  readonly keepAlive: boolean;
  readonly onNote?: (note: string) => void;
}): PostgresService {
  let running: EmbeddedPostgres | null = null;
  let { port } = options;
  let watching: NodeJS.Timeout | null = null;

  async function launch(): Promise<void> {
    const { dataDir, postgresFlags } = options;
    running = await startEmbeddedPostgres({
      dataDir,
      postgresFlags,
      persistent: true,
      ...(port ? { port } : {}),
    });
    port = running.port;
    if (options.keepAlive) watch(running.pid);
  }

  // It is no child of ours when it was adopted, so nobody tells us that it died: look.
  function watch(pid: number): void {
    watching = setTimeout(async () => {
      if (await describeProcess(pid)) return watch(pid);
      options.onNote?.("PostgreSQL ended; starting it again.");
      await launch().catch((error: unknown) =>
        options.onNote?.(`PostgreSQL does not start: ${String(error)}`),
      );
    }, WATCH_MS);
    watching.unref();
  }

  function unwatch(): void {
    if (watching) clearTimeout(watching);
    watching = null;
  }
  return {
    name: "postgres",
    pid: () => running?.pid ?? null,
    url() {
      if (!running) throw new Error("PostgreSQL is not running.");
      return running.url;
    },
    start: launch,
    async stop() {
      unwatch();
      await running?.stop();
      running = null;
    },
    async kill() {
      unwatch();
      const pid = running?.pid;
      running = null;
      if (pid === undefined) return;
      signalProcess(pid, "SIGKILL");
      await waitForExit(pid, 10_000);
    },
  };
}
