import type Stripe from "stripe";
import { clearTimer, day, setTimer, startOfDay } from "../clock/timers";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { balanceOf, post } from "../ledger/post";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { payerOf } from "./open-dispute";
import { cardByNumber, type RefundOutcome } from "./test-cards";

/** A bank needs days to take a refund in, and to send one back. */
const bankDays = 3;

/**
 * Pays a refund: out of the charge's own money while that is pending, later out of the available balance. A card
 * has it at once, a bank account days later. Null while the balance is too low; the refund then waits.
 */
export function payRefund(ctx: Context, refund: Stripe.Refund): Stripe.Refund | null {
  const charge = chargeOf(ctx, refund);
  const availableOn = chargeAvailableOn(ctx, charge);
  const covered = balanceOf(ctx, ctx.account, refund.currency).available >= refund.amount;
  if (availableOn <= ctx.now && !covered) return null;
  const [transaction] = post(ctx, {
    currency: refund.currency,
    legs: [
      {
        account: ctx.account,
        type: "refund",
        reportingCategory: "refund",
        amount: -refund.amount,
        source: refund.id,
        availableOn,
      },
    ],
    outside: [{ name: payerOf(charge), amount: refund.amount }],
  });
  const { pending_reason: _paid, ...rest } = refund;
  const paid = { ...rest, balance_transaction: transaction?.id ?? null };
  const outcome = refundOutcomeOf(ctx, charge);
  if (outcome !== "succeeds") {
    setTimer(ctx, "refund_step", refund.id, startOfDay(ctx.now) + bankDays * day);
  }
  const waits = outcome === "succeeds_later";
  return saveObject(
    ctx,
    "refunds",
    waits ? { ...paid, pending_reason: "processing", status: "pending" } : { ...paid, status: "succeeded" },
  );
}

/** What becomes of a refund, by the card or bank account it goes back to. */
function refundOutcomeOf(ctx: Context, charge: Stripe.Charge): RefundOutcome {
  if (payerOf(charge) === "debits") return "succeeds_later";
  return (
    cardByNumber(ctx.store.get("cards", charge.payment_method ?? "")?.number ?? "")?.refund ?? "succeeds"
  );
}

/** The clock's part: the bank has taken the refund in, or has sent it back. */
export function stepRefund(ctx: Context, refund: Stripe.Refund): void {
  if (refundOutcomeOf(ctx, chargeOf(ctx, refund)) === "fails_later") {
    if (refund.status === "succeeded") failRefund(ctx, refund, "expired_or_canceled_card");
    return;
  }
  if (refund.status !== "pending") return;
  const { pending_reason: _over, ...rest } = refund;
  announce(ctx, saveObject(ctx, "refunds", { ...rest, status: "succeeded" }), refund);
}

/** The bank sends a refund back: the money returns to the balance, and the charge counts as less refunded. */
export function failRefund(ctx: Context, before: Stripe.Refund, reason: string): Stripe.Refund {
  if (before.status === "failed" || before.balance_transaction === null) {
    throw invalidRequest(
      `Refund ${before.id} is ${before.status} and has not reached a bank that could refuse it.`,
    );
  }
  const charge = chargeOf(ctx, before);
  if (charge.source_transfer !== null) {
    throw invalidRequest(`${before.id} is the other end of a transfer reversal; no bank has to do with it.`);
  }
  clearTimer(ctx, "refund_step", before.id);
  const { pending_reason: _over, ...rest } = before;
  const failed = saveObject(ctx, "refunds", {
    ...rest,
    failure_balance_transaction: takeBack(ctx, before, charge),
    failure_reason: reason,
    status: "failed",
  });
  saveObject(ctx, "charges", {
    ...charge,
    amount_refunded: charge.amount_refunded - before.amount,
    refunded: false,
  });
  emit(ctx, "refund.failed", failed, before);
  announce(ctx, failed, before);
  completePendingRefunds(ctx);
  return failed;
}

function takeBack(ctx: Context, refund: Stripe.Refund, charge: Stripe.Charge): string {
  const paid = objectFromUrl(ctx, "balanceTransactions", idOf(refund.balance_transaction) ?? "");
  const [transaction] = post(ctx, {
    currency: refund.currency,
    legs: [
      {
        account: ctx.account,
        type: "refund_failure",
        reportingCategory: "refund_failure",
        amount: refund.amount,
        source: refund.id,
        availableOn: paid.status === "pending" ? paid.available_on : ctx.now,
      },
    ],
    outside: [{ name: payerOf(charge), amount: -refund.amount }],
  });
  return transaction?.id ?? "";
}

function announce(ctx: Context, refund: Stripe.Refund, before: Stripe.Refund): void {
  emit(ctx, "refund.updated", refund, before);
  emit(ctx, "charge.refund.updated", refund, before);
}

/** Tries the acting account's refunds that wait for money again, oldest first, after its balance has grown. */
export function completePendingRefunds(ctx: Context): void {
  for (const row of ctx.store.all("refunds")) {
    const waits = row.object.status === "pending" && row.object.balance_transaction === null;
    if (row.account !== ctx.account || !waits) continue;
    const done = payRefund(ctx, row.object);
    if (done !== null) announce(ctx, done, row.object);
  }
}

function chargeOf(ctx: Context, refund: Stripe.Refund): Stripe.Charge {
  return objectFromUrl(ctx, "charges", idOf(refund.charge) ?? "");
}

function chargeAvailableOn(ctx: Context, charge: Stripe.Charge): number {
  const transaction = objectFromUrl(ctx, "balanceTransactions", idOf(charge.balance_transaction) ?? "");
  return transaction.status === "pending" ? transaction.available_on : ctx.now;
}
