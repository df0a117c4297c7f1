import type Stripe from "stripe";
import { setTimer } from "../clock/timers";
import { type Context, newId } from "../context";
import type { OutsideName } from "../state/tables";

/** One balance transaction of a movement. `amount` is gross, `fee` what Stripe keeps of it, both in minor units. */
export interface Leg {
  account: string;
  type: Stripe.BalanceTransaction.Type;
  reportingCategory: string;
  amount: number;
  fee?: number;
  source: string;
  description?: string | null;
  /** When the money may be used, in seconds; now or earlier means at once. */
  availableOn: number;
}

export interface Movement {
  currency: string;
  legs: Leg[];
  outside: { name: OutsideName; amount: number }[];
}

/**
 * Moves money. Every movement sums to zero over the accounts of the platform and the world outside, so money is
 * neither made nor lost. Returns one balance transaction per leg.
 */
export function post(ctx: Context, movement: Movement): Stripe.BalanceTransaction[] {
  const inside = movement.legs.reduce((sum, leg) => sum + leg.amount - (leg.fee ?? 0), 0);
  const outside = movement.outside.reduce((sum, leg) => sum + leg.amount, 0);
  if (inside + outside !== 0)
    throw new Error(`a movement of ${inside + outside} ${movement.currency} out of nothing`);
  for (const leg of movement.outside) moveOutside(ctx, movement.currency, leg.name, leg.amount);
  return movement.legs.map((leg) => postLeg(ctx, movement.currency, leg));
}

function postLeg(ctx: Context, currency: string, leg: Leg): Stripe.BalanceTransaction {
  const fee = leg.fee ?? 0;
  const pending = leg.availableOn > ctx.now;
  const transaction: Stripe.BalanceTransaction = {
    id: newId(ctx, "txn"),
    object: "balance_transaction",
    amount: leg.amount,
    available_on: pending ? leg.availableOn : ctx.now,
    balance_type: "payments",
    created: ctx.now,
    currency,
    description: leg.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [stripeFee(fee, currency)],
    net: leg.amount - fee,
    reporting_category: leg.reportingCategory,
    source: leg.source,
    status: pending ? "pending" : "available",
    type: leg.type,
  };
  ctx.store.put("balanceTransactions", transaction.id, { account: leg.account, object: transaction });
  moveBalance(ctx, leg.account, currency, pending ? transaction.net : 0, pending ? 0 : transaction.net);
  // One timer for all the money of an account that becomes available at the same instant.
  if (pending) setTimer(ctx, "funds_available", `${leg.account}/${leg.availableOn}`, leg.availableOn);
  return transaction;
}

function stripeFee(amount: number, currency: string): Stripe.BalanceTransaction.FeeDetail {
  return { amount, application: null, currency, description: "Stripe processing fees", type: "stripe_fee" };
}

/** Adds to the running totals of an account; amounts may be negative. */
export function moveBalance(
  ctx: Context,
  account: string,
  currency: string,
  pending: number,
  available: number,
): void {
  const before = balanceOf(ctx, account, currency);
  ctx.store.put("balances", `${account}/${currency}`, {
    account,
    currency,
    pending: exact(before.pending + pending),
    available: exact(before.available + available),
  });
  if (account === ctx.platformAccount) return;
  const missing = Math.max(0, -(before.available + available)) - Math.max(0, -before.available);
  if (missing !== 0) reserve(ctx, account, currency, missing);
}

/** Keeps back from the platform what one of its connected accounts is below zero, or gives it free again. */
function reserve(ctx: Context, account: string, currency: string, amount: number): void {
  post(ctx, {
    currency,
    legs: [
      {
        account: ctx.platformAccount,
        type: "reserve_transaction",
        reportingCategory: "connect_reserved_funds",
        amount: -amount,
        source: account,
        description: `Negative balance of ${account}`,
        availableOn: ctx.now,
      },
    ],
    outside: [{ name: "reserve", amount }],
  });
}

/** Pending and available money of an account in one currency, in minor units. */
export function balanceOf(
  ctx: Context,
  account: string,
  currency: string,
): { pending: number; available: number } {
  return ctx.store.get("balances", `${account}/${currency}`) ?? { pending: 0, available: 0 };
}

function moveOutside(ctx: Context, currency: string, name: OutsideName, amount: number): void {
  const id = `${currency}/${name}`;
  const before = ctx.store.get("outside", id)?.amount ?? 0;
  ctx.store.put("outside", id, { currency, name, amount: exact(before + amount) });
}

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} minor units are beyond exact arithmetic`);
  return value;
}
