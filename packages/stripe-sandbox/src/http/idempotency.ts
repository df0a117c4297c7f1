import { createHash } from "node:crypto";
import { day } from "../clock/timers";
import type { Context } from "../context";
import type { Engine } from "../engine";
import type { Platform } from "../platform";
import type { IdempotencyRow } from "../state/tables";
import type { FormObject, FormValue } from "./form";
import { StripeError } from "./stripe-error";

/** How long an answer is kept, and a key refused to other parameters. */
const keptFor = day;

/** What identifies a request under its key: method, URL and parameters, in whatever order they came. */
export function fingerprintOf(method: string, path: string, params: FormObject): string {
  return createHash("sha256")
    .update(`${method} ${path} ${canonical(params)}`)
    .digest("hex");
}

function canonical(value: FormValue): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? "")}`).join(",")}}`;
}

/** The stored answer for a key, or null; throws when the key was used for something else or is in use. */
export function findReplay(
  platform: Platform,
  slot: string,
  fingerprint: string,
  now: number,
): IdempotencyRow | null {
  if (platform.running.has(slot)) {
    throw refusal(
      409,
      "invalid_request_error",
      "There is currently another in-progress request using this Stripe Idempotent Key. Please try again later.",
      "idempotency_key_in_use",
    );
  }
  const stored = platform.store.get("idempotency", slot);
  if (stored === undefined || stored.created + keptFor <= now) return null;
  if (stored.fingerprint === fingerprint) return stored;
  throw refusal(
    400,
    "idempotency_error",
    "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than the one you were given if you meant to execute a different request.",
  );
}

/** Keeps an answer under its key. */
export function storeAnswer(ctx: Context, slot: string, row: Omit<IdempotencyRow, "created">): void {
  ctx.store.put("idempotency", slot, { ...row, created: ctx.now });
}

/** Forgets answers older than a day, one sweep per hour of the clock. */
export function pruneIdempotency(sandbox: Engine, platform: Platform, now: number): void {
  const swept = platform.store.get("counters", "idempotency_swept")?.value ?? 0;
  if (now - swept < 3600) return;
  const old = [...platform.store.entries("idempotency")].filter(([, row]) => row.created + keptFor <= now);
  platform.store.transact(() => {
    const { store } = sandbox.context(platform);
    for (const [slot] of old) store.delete("idempotency", slot);
    store.put("counters", "idempotency_swept", { value: now });
  });
}

function refusal(
  status: number,
  type: "idempotency_error" | "invalid_request_error",
  message: string,
  code?: string,
): StripeError {
  return new StripeError(
    status,
    { type, message, ...(code === undefined ? {} : { code }) },
    { refusedAtTheDoor: true },
  );
}
