import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followStream, type StreamHandlers } from "./follow-stream";
import type { LiveMessage } from "./live-message";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Follows a stream whose every opening is kept, so that a test can speak for the server. */
function follow() {
  const opened: StreamHandlers[] = [];
  const sent: LiveMessage[] = [];
  const stop = new AbortController();
  let closed = 0;
  const ended = followStream(
    {
      open: (handlers) => {
        opened.push(handlers);
        return {
          unsubscribe: () => {
            closed += 1;
          },
        };
      },
      send: (message) => sent.push(message),
    },
    stop.signal,
  );
  return { opened, sent, stop, ended, closedTimes: () => closed };
}

const event = { topic: "milestone", id: "m1" } as const;

describe("followStream", () => {
  it("asks for a fresh look when it begins, because the page was read before, and passes events on", () => {
    const { opened, sent } = follow();
    opened[0]?.onConnectionStateChange({ state: "connecting" });
    opened[0]?.onStarted();
    opened[0]?.onConnectionStateChange({ state: "pending" });
    opened[0]?.onData(event);
    expect(sent).toEqual([{ kind: "resync" }, { kind: "event", event }]);
  });

  it("asks for a fresh look once after the browser reconnected", () => {
    const { opened, sent } = follow();
    opened[0]?.onStarted();
    opened[0]?.onConnectionStateChange({ state: "connecting" });
    opened[0]?.onConnectionStateChange({ state: "pending" });
    opened[0]?.onStarted();
    expect(sent).toEqual([{ kind: "resync" }, { kind: "resync" }]);
  });

  it("opens a stream that was refused again, waiting longer each time, and starts short after success", () => {
    const { opened, sent } = follow();
    opened[0]?.onError();
    vi.advanceTimersByTime(999);
    expect(opened).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(opened).toHaveLength(2);
    opened[1]?.onError();
    vi.advanceTimersByTime(1_999);
    expect(opened).toHaveLength(2);
    vi.advanceTimersByTime(1);
    opened[2]?.onStarted();
    expect(sent).toEqual([{ kind: "resync" }]);
    opened[2]?.onComplete();
    vi.advanceTimersByTime(1_000);
    expect(opened).toHaveLength(4);
  });

  it("hears no stream that it has left, and ends for good when told to", async () => {
    const { opened, sent, stop, ended, closedTimes } = follow();
    opened[0]?.onError();
    opened[0]?.onError();
    vi.advanceTimersByTime(1_000);
    expect(opened).toHaveLength(2);
    stop.abort();
    await ended;
    opened[1]?.onError();
    vi.advanceTimersByTime(60_000);
    expect(opened).toHaveLength(2);
    expect(closedTimes()).toBe(2);
    expect(sent).toEqual([]);
  });
});
