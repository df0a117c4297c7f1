import { Socket } from "node:net";
import pg from "pg";

/** How long an answer may stay away before the server is asked, on another connection, whether it still works on it. */
const silenceMs = 5_000;
const lookEveryMs = 1_000;
/** How long that question itself may take. */
const askMs = 2_000;

/** One connection of a pool. */
interface Line {
  readonly socket: Socket;
  /** The server's process at its other end. */
  readonly pid: number;
  /** What had been written when the server last said that it is ready: more means that it owes an answer. */
  answered: number;
  /** What had gone over the line when it was last looked at, and since when that is so. */
  moved: number;
  since: number;
}

export interface SilenceWatch {
  /** Takes a new connection of a pool under watch, until its socket closes. */
  readonly add: (client: pg.ClientBase) => Promise<void>;
  close(): void;
}

/**
 * Ends connections on which an answer will never come. When the network swallows a question or its answer without a
 * word, nobody tells: TCP waits for a quarter of an hour, and every statement on such a connection waits with it. A
 * statement that only takes long is left alone, for the server says that it is working on it.
 */
export function watchSilence(url: string): SilenceWatch {
  const lines = new Set<Line>();
  let asking = false;

  async function look(): Promise<void> {
    const silent = [...lines].filter((line) => isSilent(line, performance.now()));
    if (silent.length === 0 || asking) return;
    asking = true;
    try {
      const working = await findWorking(url, silent);
      for (const line of silent.filter((known) => isSilent(known, performance.now()))) {
        if (working.has(line.pid)) line.since = performance.now();
        else line.socket.destroy(new Error("Connection terminated: no answer will come"));
      }
    } catch {
      // The server cannot be asked now: the same question comes again at the next look.
    } finally {
      asking = false;
    }
  }

  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return {
    async add(client) {
      if (!(client instanceof pg.Client) || !(client.connection.stream instanceof Socket)) return;
      const socket = client.connection.stream;
      // A pooler in between has process numbers of its own, so the server is asked for its one.
      const { rows } = await withinTime(
        socket,
        client.query<{ pid: number }>("select pg_backend_pid() as pid"),
      );
      const line = {
        socket,
        pid: rows[0]?.pid ?? 0,
        answered: socket.bytesWritten,
        moved: 0,
        since: performance.now(),
      };
      lines.add(line);
      // Before the driver's own listener, which sends what comes next.
      client.connection.prependListener("readyForQuery", () => {
        line.answered = socket.bytesWritten;
      });
      socket.once("close", () => lines.delete(line));
    },
    close: () => clearInterval(timer),
  };
}

/** Whether an answer is owed and nothing at all has come or gone for a while. */
function isSilent(line: Line, now: number): boolean {
  const moved = line.socket.bytesWritten + line.socket.bytesRead;
  if (moved !== line.moved || line.socket.bytesWritten === line.answered) {
    line.moved = moved;
    line.since = now;
  }
  return now - line.since >= silenceMs;
}

/** The processes among those of `lines` that work on a statement and are not waiting for us to take its answer. */
async function findWorking(url: string, lines: readonly Line[]): Promise<Set<number>> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: askMs,
    query_timeout: askMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where pid = any($1) and state = 'active' and wait_event_type is distinct from 'Client'`,
      [lines.map(({ pid }) => pid)],
    );
    return new Set(rows.map(({ pid }) => pid));
  } finally {
    client.end().catch(() => undefined);
  }
}

/** Ends the connection when the first answer on it stays away. */
async function withinTime<T>(socket: Socket, answer: Promise<T>): Promise<T> {
  const timer = setTimeout(() => socket.destroy(new Error("Connection terminated: no answer")), silenceMs);
  return answer.finally(() => clearTimeout(timer));
}
