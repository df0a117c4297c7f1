import { earliestDue, timersOf } from "../clock/settle";
import { clearTimer, setTimer } from "../clock/timers";
import type { Engine } from "../engine";
import type { Platform } from "../platform";
import type { DeliveryAttempt, DeliveryRow } from "../state/tables";
import { retryDelays } from "./retry-delays";
import { sendWebhook } from "./send-webhook";
import { signatureHeader } from "./sign";

/** How many deliveries one endpoint gets at the same time. */
const parallelPerEndpoint = 8;
/** Older than the 300 s a receiver tolerates. */
const staleBy = 600;

/** Sends webhooks: soon after the request that caused them, and again by the clock until they are accepted. */
export class Dispatcher {
  readonly #sandbox: Engine;
  readonly #sending = new Map<string, string>();
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(sandbox: Engine) {
    this.#sandbox = sandbox;
  }

  /** Starts what is due now, without waiting for it. */
  wake(platform: Platform): void {
    const now = this.#sandbox.now();
    if (this.#closing.signal.aborted || platform.store.nextDue() > now) return;
    let room = platform.store.size("webhookEndpoints") * parallelPerEndpoint - this.#sending.size;
    // Timers come in the order they were set, which is the order deliveries should leave in.
    for (const timer of platform.store.all("timers")) {
      if (room <= 0) return;
      if (timer.kind !== "delivery" || timer.due > now || this.#sending.has(timer.ref)) continue;
      const delivery = platform.store.get("deliveries", timer.ref);
      if (delivery === undefined || this.#load(delivery.endpoint) >= parallelPerEndpoint) continue;
      room -= 1;
      this.#track(this.#deliver(platform, delivery, now).then(() => this.wake(platform)));
    }
  }

  /** Sends what is due at an instant of the past (while the clock is moved), and waits for the answers. */
  async deliverDue(platform: Platform, at: number): Promise<void> {
    const queue = this.#due(platform, at);
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (!this.#sending.has(next.id)) await this.#deliver(platform, next, at);
      }
    };
    await Promise.all(Array.from({ length: parallelPerEndpoint }, work));
  }

  /** Waits for what is on its way right now. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** When the earliest delivery that is not on its way is due; Infinity when there is none. */
  nextDue(platform: Platform): number {
    if (this.#closing.signal.aborted) return Number.POSITIVE_INFINITY;
    return earliestDue(platform, (timer) => timer.kind === "delivery" && !this.#sending.has(timer.ref));
  }

  /** For the fault that lets a webhook overtake the answer of the request that caused it. */
  async deliverBeforeAnswer(platform: Platform): Promise<void> {
    if (platform.store.size("webhookFaults") === 0) return;
    const now = this.#sandbox.now();
    const early = this.#due(platform, now).filter((delivery) => delivery.fault === "before_answer");
    await Promise.all(early.map((delivery) => this.#deliver(platform, delivery, now)));
  }

  /** Breaks off what is on its way and starts nothing more; what was not accepted is sent by the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.settled();
  }

  #track(sent: Promise<void>): void {
    this.#running.add(sent);
    void sent.finally(() => this.#running.delete(sent));
  }

  #due(platform: Platform, at: number): DeliveryRow[] {
    const due = timersOf(
      platform,
      (timer) => timer.kind === "delivery" && timer.due <= at && !this.#sending.has(timer.ref),
    );
    return due.flatMap((timer) => platform.store.get("deliveries", timer.ref) ?? []);
  }

  #load(endpoint: string): number {
    return [...this.#sending.values()].filter((sending) => sending === endpoint).length;
  }

  async #deliver(platform: Platform, delivery: DeliveryRow, at: number): Promise<void> {
    this.#sending.set(delivery.id, delivery.endpoint);
    try {
      const first = delivery.attempts.length === 0;
      const attempt = await this.#attempt(platform, delivery, at, first ? delivery.fault : null);
      const again = first && delivery.fault === "duplicate" && accepted(attempt);
      const attempts = again ? [attempt, await this.#attempt(platform, delivery, at, null)] : [attempt];
      if (this.#closing.signal.aborted && !accepted(attempt)) return;
      platform.store.transact(() => this.#record(platform, delivery, attempts, at));
    } finally {
      this.#sending.delete(delivery.id);
    }
  }

  async #attempt(
    platform: Platform,
    delivery: DeliveryRow,
    at: number,
    fault: DeliveryRow["fault"],
  ): Promise<DeliveryAttempt> {
    const endpoint = platform.store.get("webhookEndpoints", delivery.endpoint)?.object;
    const secret = platform.store.get("endpointSecrets", delivery.endpoint)?.secret;
    const event = platform.store.get("events", delivery.event)?.object;
    if (endpoint === undefined || secret === undefined || event === undefined) {
      return { at, status: null, error: "the endpoint is gone", ms: 0 };
    }
    const payload = JSON.stringify(
      { ...event, api_version: endpoint.api_version ?? event.api_version },
      null,
      2,
    );
    const timestamp = this.#sandbox.now() - (fault === "stale" ? staleBy : 0);
    const signature = signatureHeader(payload, fault === "wrong_secret" ? `${secret}x` : secret, timestamp);
    return { at, ...(await sendWebhook(endpoint.url, payload, signature, this.#closing.signal)) };
  }

  #record(platform: Platform, delivery: DeliveryRow, attempts: DeliveryAttempt[], at: number): void {
    const ctx = this.#sandbox.context(platform, { now: at });
    const current = ctx.store.get("deliveries", delivery.id);
    // A reset while the webhook was on its way leaves nothing to record.
    if (current === undefined) return;
    const made = [...current.attempts, ...attempts];
    const done = attempts.some(accepted);
    const delay = retryDelays[made.length - 1];
    const gone = ctx.store.get("webhookEndpoints", delivery.endpoint) === undefined;
    const state = done ? "delivered" : delay === undefined || gone ? "failed" : "waiting";
    ctx.store.put("deliveries", delivery.id, { ...current, attempts: made, state });
    if (state === "waiting") setTimer(ctx, "delivery", delivery.id, at + (delay ?? 0));
    else clearTimer(ctx, "delivery", delivery.id);
    if (!done) return;
    const pending = ctx.store.get("pendingWebhooks", delivery.event)?.value ?? 0;
    ctx.store.put("pendingWebhooks", delivery.event, { value: Math.max(0, pending - 1) });
    if (delivery.fault !== "reorder" && ctx.store.size("webhookFaults") > 0)
      this.#releaseReordered(platform, delivery, at);
  }

  /** A later webhook has arrived, so the one that was held back to be overtaken may go. */
  #releaseReordered(platform: Platform, overtaker: DeliveryRow, at: number): void {
    const ctx = this.#sandbox.context(platform, { now: at });
    for (const timer of timersOf(platform, (row) => row.kind === "delivery")) {
      const held = ctx.store.get("deliveries", timer.ref);
      if (held?.fault !== "reorder" || held.attempts.length > 0 || held.endpoint !== overtaker.endpoint)
        continue;
      setTimer(ctx, "delivery", held.id, at);
    }
  }
}

function accepted(attempt: DeliveryAttempt): boolean {
  return attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
}
