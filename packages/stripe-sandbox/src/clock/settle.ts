import { verifyAccount } from "../connect/onboarding";
import { ensurePayoutRun } from "../connect/payout-run";
import { runPayouts, stepPayout } from "../connect/payout-steps";
import { completeTopup } from "../connect/topup-steps";
import { actingFor, type Context } from "../context";
import type { Engine } from "../engine";
import { pruneIdempotency } from "../http/idempotency";
import { makeAvailable } from "../ledger/availability";
import { returnDebitByClock, settleDebit } from "../payments/bank-debits";
import { expireSession } from "../payments/checkout-sessions";
import { missDeadline } from "../payments/decide-dispute";
import { completePendingRefunds, stepRefund } from "../payments/pay-refund";
import type { Platform } from "../platform";
import type { TimerKind, TimerRow } from "../state/tables";

/**
 * Lets everything happen that the clock had due up to `until` (seconds), in the order of time, each step at its own
 * instant: an event of a payout that left three days ago is three days old.
 */
export function settleState(sandbox: Engine, platform: Platform, until: number): void {
  for (let due = nextStateDue(platform, until); due <= until; due = nextStateDue(platform, until)) {
    runStep(sandbox, platform, due);
  }
  pruneIdempotency(sandbox, platform, until);
}

/** Runs all state changes due at one instant, in one transaction. */
export function runStep(sandbox: Engine, platform: Platform, due: number): void {
  const batch = timersOf(platform, (timer) => timer.kind !== "delivery" && timer.due <= due);
  platform.store.transact(() => {
    const ctx = sandbox.context(platform, { now: due });
    for (const timer of batch) platform.store.delete("timers", `${timer.kind}/${timer.ref}`);
    makeFundsAvailable(ctx, batch);
    for (const timer of batch) if (timer.kind !== "funds_available") fire(ctx, timer);
  });
}

/** Timers that pass a filter, earliest first. */
export function timersOf(platform: Platform, keep: (timer: TimerRow) => boolean): TimerRow[] {
  const kept = [...platform.store.all("timers")].filter(keep);
  return kept.sort((left, right) => left.due - right.due || left.order - right.order);
}

function nextStateDue(platform: Platform, until: number): number {
  // The cheap question first: most of the time nothing at all is due.
  if (platform.store.nextDue() > until) return Number.POSITIVE_INFINITY;
  return earliestDue(platform, (timer) => timer.kind !== "delivery");
}

/** When the earliest timer that passes a filter is due; Infinity when there is none. */
export function earliestDue(platform: Platform, keep: (timer: TimerRow) => boolean): number {
  let due = Number.POSITIVE_INFINITY;
  for (const timer of platform.store.all("timers")) if (timer.due < due && keep(timer)) due = timer.due;
  return due;
}

function makeFundsAvailable(ctx: Context, batch: TimerRow[]): void {
  if (!batch.some((timer) => timer.kind === "funds_available")) return;
  for (const account of makeAvailable(ctx)) {
    completePendingRefunds(actingFor(ctx, account));
    ensurePayoutRun(ctx, account);
  }
}

const actions: Record<
  Exclude<TimerKind, "delivery" | "funds_available">,
  (ctx: Context, ref: string) => void
> = {
  payout_run: (ctx, account) => runPayouts(actingFor(ctx, account)),
  payout_step: (ctx, id) => {
    const row = ctx.store.get("payouts", id);
    if (row !== undefined) stepPayout(actingFor(ctx, row.account), row.object);
  },
  session_expiry: (ctx, id) => {
    const row = ctx.store.get("checkoutSessions", id);
    if (row?.object.status === "open") expireSession(actingFor(ctx, row.account), row.object);
  },
  verification: verifyAccount,
  debit_settlement: (ctx, id) => {
    const row = ctx.store.get("charges", id);
    if (row !== undefined) settleDebit(actingFor(ctx, row.account), row.object);
  },
  debit_return: (ctx, id) => {
    const row = ctx.store.get("charges", id);
    if (row !== undefined) returnDebitByClock(actingFor(ctx, row.account), row.object);
  },
  refund_step: (ctx, id) => {
    const row = ctx.store.get("refunds", id);
    if (row !== undefined) stepRefund(actingFor(ctx, row.account), row.object);
  },
  topup_step: (ctx, id) => {
    const row = ctx.store.get("topups", id);
    if (row?.object.status === "pending") completeTopup(actingFor(ctx, row.account), row.object);
  },
  dispute_deadline: (ctx, id) => {
    const row = ctx.store.get("disputes", id);
    if (row !== undefined) missDeadline(actingFor(ctx, row.account), row.object);
  },
};

function fire(ctx: Context, timer: TimerRow): void {
  if (timer.kind === "delivery" || timer.kind === "funds_available") return;
  actions[timer.kind](ctx, timer.ref);
}
