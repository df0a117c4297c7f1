import type Stripe from "stripe";
import { clearTimer } from "../clock/timers";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { post } from "../ledger/post";
import { completePendingRefunds } from "../payments/pay-refund";
import { saveObject } from "../state/objects";

/** The money has come from the platform's own bank. */
export function completeTopup(ctx: Context, before: Stripe.Topup): Stripe.Topup {
  requirePending(before);
  clearTimer(ctx, "topup_step", before.id);
  const [transaction] = post(ctx, {
    currency: before.currency,
    legs: [
      {
        account: ctx.account,
        type: "topup",
        reportingCategory: "topup",
        amount: before.amount,
        source: before.id,
        description: before.description,
        availableOn: ctx.now,
      },
    ],
    outside: [{ name: "banks", amount: -before.amount }],
  });
  const topup = saveObject(ctx, "topups", {
    ...before,
    balance_transaction: transaction?.id ?? null,
    status: "succeeded",
  });
  emit(ctx, "topup.succeeded", topup, before);
  completePendingRefunds(ctx);
  return topup;
}

/** The platform's bank has refused; nothing has moved. */
export function failTopup(ctx: Context, before: Stripe.Topup, code: string): Stripe.Topup {
  requirePending(before);
  clearTimer(ctx, "topup_step", before.id);
  const topup = saveObject(ctx, "topups", {
    ...before,
    failure_code: code,
    failure_message: "The bank did not pay this top-up.",
    status: "failed",
  });
  emit(ctx, "topup.failed", topup, before);
  return topup;
}

export function cancelTopup(ctx: Context, before: Stripe.Topup): Stripe.Topup {
  requirePending(before);
  clearTimer(ctx, "topup_step", before.id);
  const topup = saveObject(ctx, "topups", { ...before, status: "canceled" });
  emit(ctx, "topup.canceled", topup, before);
  return topup;
}

function requirePending(topup: Stripe.Topup): void {
  if (topup.status === "pending") return;
  throw invalidRequest(`Topup ${topup.id} is ${topup.status}; only a pending one can still change.`);
}
