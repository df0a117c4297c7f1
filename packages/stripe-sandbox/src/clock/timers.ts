import { type Context, nextNumber } from "../context";
import type { TimerKind } from "../state/tables";

/** Lets the clock do `kind` to `ref` at `due` (seconds); an earlier timer with the same kind and ref is replaced. */
export function setTimer(ctx: Context, kind: TimerKind, ref: string, due: number): void {
  ctx.store.put("timers", `${kind}/${ref}`, { due, kind, ref, order: nextNumber(ctx, "timers") });
}

export function clearTimer(ctx: Context, kind: TimerKind, ref: string): void {
  ctx.store.delete("timers", `${kind}/${ref}`);
}

export const hour = 3600;
export const day = 24 * hour;

/** Midnight UTC of the day `at` lies in. */
export function startOfDay(at: number): number {
  return at - (at % day);
}
