import type Stripe from "stripe";
import { actingFor, type Context } from "../context";
import { emit } from "../events/emit";
import { balanceObject } from "./balance-object";
import { moveBalance } from "./post";

/** Turns pending balance transactions into available ones; one `balance.available` event per account. */
export function makeAvailable(ctx: Context, transactionIds: string[]): Set<string> {
  const accounts = new Set<string>();
  for (const id of transactionIds) {
    const row = ctx.store.get("balanceTransactions", id);
    if (row === undefined || row.object.status === "available") continue;
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
