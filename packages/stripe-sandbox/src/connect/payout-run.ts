import { day, setTimer, startOfDay } from "../clock/timers";
import type { Context } from "../context";

/** Lets the next daily run pay an account out, if it is on the automatic schedule and has something to be paid. */
export function ensurePayoutRun(ctx: Context, account: string): void {
  const schedule = ctx.store.get("accounts", account)?.object.settings?.payouts?.schedule;
  if (schedule === undefined || schedule.interval === "manual") return;
  const due = [...ctx.store.all("balances")].some((row) => row.account === account && row.available > 0);
  if (due) setTimer(ctx, "payout_run", account, startOfDay(ctx.now) + day);
}
