import { createHash } from "node:crypto";
import type { Store } from "./state/store";

/** The API version of the SDK the product pins; endpoints and requests may name another. */
export const apiVersion = "2026-10-28.endive";

/** What a handler works with: the state of one platform, the acting account, and the time. */
export interface Context {
  readonly store: Store;
  /** The account of the secret key. */
  readonly platformAccount: string;
  /** The account the request acts for: the platform's, or the one in `Stripe-Account`. */
  readonly account: string;
  /** Seconds since 1970, by the development clock. */
  readonly now: number;
  /** Where the sandbox's hosted pages are reached, without a slash at the end. */
  readonly publicUrl: string;
  readonly seed: string;
  /** The API request behind a change; null when the clock or a hosted page caused it. */
  readonly request: { id: string; idempotencyKey: string | null } | null;
}

/** The same context acting for another account. */
export function actingFor(ctx: Context, account: string): Context {
  return { ...ctx, account };
}

/** A fresh id such as `pi_…`: the same seed and the same sequence of calls give the same ids. */
export function newId(ctx: Context, prefix: string): string {
  return `${prefix}_${newToken(ctx, prefix, 24)}`;
}

/** Letters and digits nobody could guess without the seed. */
export function newToken(ctx: Context, purpose: string, length: number): string {
  const value = nextNumber(ctx, "ids");
  const digest = createHash("sha512").update(`${ctx.seed}|${purpose}|${value}`).digest();
  return base62(digest).slice(0, length);
}

/** The next number of a named sequence, starting at 1. */
export function nextNumber(ctx: Context, sequence: string): number {
  const value = (ctx.store.get("counters", sequence)?.value ?? 0) + 1;
  ctx.store.put("counters", sequence, { value });
  return value;
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function base62(bytes: Uint8Array): string {
  return [...bytes].map((byte) => alphabet[byte % 62] ?? "0").join("");
}
