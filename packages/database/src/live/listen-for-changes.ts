import { setTimeout as pause } from "node:timers/promises";
import { views } from "@evenshare/domain";
import pg from "pg";
import { z } from "zod";

const channel = "evenshare_live";
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A silent, half-open line is found out by asking now and then. */
const probeEveryMs = 10_000;
const timeoutMs = 5_000;

const announcement = views.liveEvent.extend({ organizations: z.array(views.id) });

export interface ChangeHandlers {
  /** A transaction that concerns these organizations has committed. */
  readonly changed: (organizationIds: readonly string[], event: views.LiveEvent) => void;
  /** The line stands, for the first time or again: whatever was announced before was missed. */
  readonly connected: () => void;
  /** The line could not be made, or said something that cannot be read. It is tried again by itself. */
  readonly troubled: (problem: unknown) => void;
}

export interface ChangeListener {
  close(): Promise<void>;
}

/** Listens for what transactions announce when they commit, on one connection that comes back by itself when it is lost. */
export function listenForChanges(url: string, handlers: ChangeHandlers): ChangeListener {
  const stop = new AbortController();

  async function forever(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!stop.signal.aborted) {
      try {
        await hold(url, handlers, stop.signal);
        pauseMs = firstPauseMs;
      } catch (error) {
        handlers.troubled(error);
      }
      await pause(pauseMs, undefined, stop).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  const running = forever();
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

/** Holds one connection until it is lost or `stop` fires. */
async function hold(url: string, handlers: ChangeHandlers, stop: AbortSignal): Promise<void> {
  const line = new pg.Client({
    connectionString: url,
    options: "-c role=evenshare_app",
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    keepAlive: true,
  });
  const ended = new AbortController();
  const over = new Promise<void>((resolve) => {
    line.on("error", () => resolve());
    line.on("end", () => resolve());
    stop.addEventListener("abort", () => resolve(), { signal: ended.signal });
  });
  line.on("notification", ({ payload }) => announce(payload ?? "", handlers));
  let probe: NodeJS.Timeout | undefined;
  try {
    await line.connect();
    await line.query(`listen ${channel}`);
    handlers.connected();
    probe = setInterval(() => line.query("select 1").catch(() => line.end()), probeEveryMs);
    await over;
  } finally {
    clearInterval(probe);
    ended.abort();
    line.end().catch(() => {});
  }
}

function announce(text: string, handlers: ChangeHandlers): void {
  const parsed = announcement.safeParse(parseJson(text));
  if (!parsed.success) {
    handlers.troubled(parsed.error);
    return;
  }
  const { organizations, ...event } = parsed.data;
  handlers.changed(organizations, event);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
