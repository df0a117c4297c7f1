import type Stripe from "stripe";
import type { Context } from "../context";

/** The acting account's balance as `GET /v1/balance` shows it: one line per currency it has ever held. */
export function balanceObject(ctx: Context): Stripe.Balance {
  const rows = [...ctx.store.all("balances")].filter((row) => row.account === ctx.account);
  const own = ctx.store.get("accounts", ctx.account)?.object.default_currency ?? "gbp";
  if (!rows.some((row) => row.currency === own)) {
    rows.unshift({ account: ctx.account, currency: own, pending: 0, available: 0 });
  }
  rows.sort((left, right) => left.currency.localeCompare(right.currency));
  return {
    object: "balance",
    available: rows.map((row) => line(row.available, row.currency)),
    ...(ctx.account === ctx.platformAccount
      ? {
          connect_reserved: rows.map((row) => ({
            amount: ctx.store.get("outside", `${row.currency}/reserve`)?.amount ?? 0,
            currency: row.currency,
          })),
        }
      : {}),
    livemode: false,
    pending: rows.map((row) => line(row.pending, row.currency)),
  };
}

function line(amount: number, currency: string): Stripe.Balance.Available {
  return { amount, currency, source_types: { card: amount } };
}
