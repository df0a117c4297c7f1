import type { views } from "@evenshare/domain";
import type { LiveMessage } from "./live-message";

/** How the stream speaks; the shape of a tRPC subscription. */
export interface StreamHandlers {
  readonly onStarted: () => void;
  readonly onData: (event: views.LiveEvent) => void;
  readonly onError: () => void;
  readonly onComplete: () => void;
  readonly onConnectionStateChange: (state: { readonly state: "idle" | "connecting" | "pending" }) => void;
}

export type OpenStream = (handlers: StreamHandlers) => { readonly unsubscribe: () => void };

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

export interface FollowedStream {
  readonly open: OpenStream;
  readonly send: (message: LiveMessage) => void;
}

/**
 * Keeps one stream of live events open until `signal` fires and passes on what it says. Whenever the stream begins, for
 * the first time too, it says `resync`: what is on screen was read before, and hints may have been missed in between.
 * A stream that ends or is refused is opened again, waiting twice as long each time up to half a minute.
 */
export function followStream({ open, send }: FollowedStream, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const { promise, resolve } = withResolver();
  let wait = firstWaitMs;
  let interrupted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let close = () => {};

  const connected = () => {
    wait = firstWaitMs;
    if (interrupted) send({ kind: "resync" });
    interrupted = false;
  };
  const again = () => {
    interrupted = true;
    close();
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
    wait = Math.min(wait * 2, longestWaitMs);
  };
  const connect = () => {
    let current = true;
    const ended = () => {
      if (current) again();
    };
    const stream = open({
      onStarted: connected,
      onData: (event) => send({ kind: "event", event }),
      onError: ended,
      onComplete: ended,
      onConnectionStateChange: ({ state }) => {
        if (!current) return;
        if (state === "connecting") interrupted = true;
        if (state === "pending") connected();
      },
    });
    close = () => {
      current = false;
      stream.unsubscribe();
    };
  };

  connect();
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    close();
    resolve();
  });
  return promise;
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
