import type { views } from "@evenshare/domain";

export type LiveEvent = views.LiveEvent;

/** Hands hints to the open streams of an organization. */
export interface LiveHub {
  /** The hints for one organization, until `signal` ends. */
  subscribe(organizationId: string, signal: AbortSignal | undefined): AsyncIterable<LiveEvent>;
  publish(organizationIds: readonly string[], event: LiveEvent): void;
  /** Tells every stream to look at everything again: hints may have been missed. */
  refreshAll(): void;
  /** Ends every stream, now and from now on; clients open another, at a process that goes on. */
  close(): void;
  /** How many streams are open. */
  readonly size: number;
}

/** "Look again", for everything at once. */
const everything = (["milestone", "partnership", "payout", "account", "held_funds", "clock"] as const).map(
  (topic): LiveEvent => ({ topic, id: null }),
);

/** A stream that is this far behind is told to look at everything instead. */
const longestBacklog = 200;

export function createLiveHub(): LiveHub {
  const byOrganization = new Map<string, Set<Backlog>>();
  let closed = false;

  function* all(): Generator<Backlog> {
    for (const streams of byOrganization.values()) yield* streams;
  }

  return {
    async *subscribe(organizationId, signal) {
      if (closed || signal?.aborted) return;
      const backlog = new Backlog();
      const streams = byOrganization.get(organizationId) ?? new Set();
      byOrganization.set(organizationId, streams.add(backlog));
      signal?.addEventListener("abort", () => backlog.end(), { once: true });
      try {
        for (let next = await backlog.take(); next !== null; next = await backlog.take()) yield next;
      } finally {
        streams.delete(backlog);
        if (streams.size === 0) byOrganization.delete(organizationId);
      }
    },
    publish(organizationIds, event) {
      for (const id of organizationIds)
        for (const stream of byOrganization.get(id) ?? []) stream.add([event]);
    },
    refreshAll() {
      for (const stream of all()) stream.add(everything);
    },
    close() {
      closed = true;
      for (const stream of all()) stream.end();
    },
    get size() {
      return [...all()].length;
    },
  };
}

/** What one stream has not sent yet. The same hint twice is one hint. */
class Backlog {
  readonly #waiting = new Map<string, LiveEvent>();
  #ended = false;
  #wake: () => void = () => {};

  add(events: readonly LiveEvent[]): void {
    const tooFarBehind = this.#waiting.size + events.length > longestBacklog;
    if (tooFarBehind) this.#waiting.clear();
    for (const event of tooFarBehind ? everything : events) {
      this.#waiting.set(`${event.topic} ${event.id ?? ""}`, event);
    }
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The next hint, as soon as there is one; null when the stream has ended. */
  async take(): Promise<LiveEvent | null> {
    while (!this.#ended) {
      for (const [key, event] of this.#waiting) {
        this.#waiting.delete(key);
        return event;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return null;
  }
}
