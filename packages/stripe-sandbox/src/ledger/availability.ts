import type Stripe from "stripe";
import { actingFor, type Context } from "../context";
import { emit } from "../events/emit";
import { idOf } from "../state/objects";
import { balanceObject } from "./balance-object";
import { moveBalance } from "./post";

/**
 * Turns everything pending that is available by now into available money. Returns the accounts it belongs to, each
 * of which gets one `balance.available` event.
 */
export function makeAvailable(ctx: Context): Set<string> {
  const accounts = new Set<string>();
  for (const [id, row] of ctx.store.entries("balanceTransactions")) {
    if (row.object.status !== "pending" || row.object.available_on > ctx.now) continue;
    if (isUnanswered(ctx, row.object)) continue;
    const settled: Stripe.BalanceTransaction = { ...row.object, status: "available" };
    ctx.store.put("balanceTransactions", id, { account: row.account, object: settled });
    moveBalance(ctx, row.account, settled.currency, -settled.net, settled.net);
    accounts.add(row.account);
  }
  for (const account of accounts) {
    const acting = actingFor(ctx, account);
    emit(acting, "balance.available", balanceObject(acting));
  }
  return accounts;
}

/** Money of a bank debit is not there before the bank has paid, however late that is. */
function isUnanswered(ctx: Context, transaction: Stripe.BalanceTransaction): boolean {
  return ctx.store.get("charges", idOf(transaction.source) ?? "")?.object.status === "pending";
}
