import { setTimeout as pause } from "node:timers/promises";
import { views } from "@evenshare/domain";
import type { Log } from "@evenshare/runtime";
import { Client, type ClientConfig } from "pg";
import { z } from "zod";
import type { LiveHub } from "./hub";

const channel = "evenshare_live";
const longestPauseMs = 5_000;
const firstPauseMs = 100;
/** A silent, half-open line is found out by asking now and then. */
const probeEveryMs = 10_000;

const payload = views.liveEvent.extend({ organizations: z.array(views.id) });

export interface LiveListener {
  /** Whether the connection stands now. */
  readonly connected: boolean;
  close(): Promise<void>;
}

/**
 * Listens for what transactions announce when they commit, on one connection per process, and hands it to the hub. When
 * the connection is lost it comes back by itself, and every stream is told to look again, since hints were missed.
 */
export function listenForChanges(config: ClientConfig, hub: LiveHub, log: Log): LiveListener {
  const stop = new AbortController();
  let connected = false;

  async function session(): Promise<void> {
    const line = new Client({
      ...config,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    const ended = new AbortController();
    const over = new Promise<void>((resolve) => {
      line.on("error", () => resolve());
      line.on("end", () => resolve());
      stop.signal.addEventListener("abort", () => resolve(), { signal: ended.signal });
    });
    line.on("notification", ({ payload: text }) => announce(text, hub, log));
    let probe: NodeJS.Timeout | undefined;
    try {
      await line.connect();
      await line.query(`listen ${channel}`);
      connected = true;
      hub.refreshAll();
      probe = setInterval(() => line.query("select 1").catch(() => line.end()), probeEveryMs);
      await over;
    } finally {
      clearInterval(probe);
      ended.abort();
      connected = false;
      line.end().catch(() => {});
    }
  }

  async function forever(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!stop.signal.aborted) {
      try {
        await session();
        pauseMs = firstPauseMs;
      } catch (error) {
        log.warn({ err: error }, "cannot listen for changes");
      }
      await pause(pauseMs, undefined, stop).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  const running = forever();
  return {
    get connected() {
      return connected;
    },
    async close() {
      stop.abort();
      await running;
    },
  };
}

function announce(text: string | undefined, hub: LiveHub, log: Log): void {
  const parsed = payload.safeParse(parseJson(text ?? ""));
  if (!parsed.success) {
    log.error({ issue: parsed.error.issues[0]?.message }, "an announcement could not be read");
    return;
  }
  const { organizations, ...event } = parsed.data;
  hub.publish(organizations, event);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
