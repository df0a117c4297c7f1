import type Stripe from "stripe";
import { clearTimer } from "../clock/timers";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { post } from "../ledger/post";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { payerOf, withdraw } from "./open-dispute";

const open = ["needs_response", "under_review", "warning_needs_response", "warning_under_review"];

export function isInquiry(dispute: Stripe.Dispute): boolean {
  return dispute.status.startsWith("warning_");
}

/** Refuses a step about a dispute that is over. */
export function requireOpen(dispute: Stripe.Dispute): void {
  if (open.includes(dispute.status)) return;
  throw invalidRequest(`This dispute is already closed (${dispute.status}).`, { code: "dispute_closed" });
}

/** The bank decides: the money comes back when the dispute is won, and stays away when it is lost. */
export function decideDispute(ctx: Context, before: Stripe.Dispute, outcome: "won" | "lost"): Stripe.Dispute {
  requireOpen(before);
  if (isInquiry(before)) return outcome === "won" ? closeInquiry(ctx, before) : escalate(ctx, before);
  clearTimer(ctx, "dispute_deadline", before.id);
  const reinstated = outcome === "won" ? reinstate(ctx, before) : before;
  const dispute = saveObject(ctx, "disputes", { ...reinstated, status: outcome });
  emit(ctx, "charge.dispute.closed", dispute, before);
  if (outcome === "won") emit(ctx, "charge.dispute.funds_reinstated", dispute);
  return dispute;
}

/** Gives up: the platform accepts that the dispute is lost. */
export function acceptDispute(ctx: Context, before: Stripe.Dispute): Stripe.Dispute {
  requireOpen(before);
  return isInquiry(before) ? closeInquiry(ctx, before) : decideDispute(ctx, before, "lost");
}

/** An inquiry ends without anything having moved. */
export function closeInquiry(ctx: Context, before: Stripe.Dispute): Stripe.Dispute {
  clearTimer(ctx, "dispute_deadline", before.id);
  const dispute = saveObject(ctx, "disputes", { ...before, status: "warning_closed" });
  emit(ctx, "charge.dispute.closed", dispute, before);
  return dispute;
}

/** The bank was not content with the answer to its inquiry: it becomes a chargeback, and the money goes. */
function escalate(ctx: Context, before: Stripe.Dispute): Stripe.Dispute {
  const charge = objectFromUrl(ctx, "charges", idOf(before.charge) ?? "");
  const asked = { ...before, amount: charge.amount_captured - charge.amount_refunded };
  const card = before.payment_method_details?.card;
  const taken = withdraw(ctx, charge, {
    ...asked,
    is_charge_refundable: false,
    status: "needs_response",
    ...(card === undefined
      ? {}
      : { payment_method_details: { card: { ...card, case_type: "chargeback" }, type: "card" } }),
  });
  emit(ctx, "charge.dispute.updated", taken, before);
  emit(ctx, "charge.dispute.funds_withdrawn", taken);
  return taken;
}

/** Nobody has answered in time: an inquiry just ends, a chargeback is lost. */
export function missDeadline(ctx: Context, before: Stripe.Dispute): void {
  if (before.status !== "needs_response" && before.status !== "warning_needs_response") return;
  const late = saveObject(ctx, "disputes", {
    ...before,
    evidence_details: { ...before.evidence_details, past_due: true },
  });
  acceptDispute(ctx, late);
}

function reinstate(ctx: Context, dispute: Stripe.Dispute): Stripe.Dispute {
  const charge = objectFromUrl(ctx, "charges", idOf(dispute.charge) ?? "");
  const transactions = post(ctx, {
    currency: dispute.currency,
    legs: [
      {
        account: ctx.account,
        type: "adjustment",
        reportingCategory: "dispute_reversal",
        amount: dispute.amount,
        source: dispute.id,
        description: `Chargeback reversal for ${charge.id}`,
        availableOn: availableAgain(dispute, ctx.now),
      },
    ],
    outside: [{ name: payerOf(charge), amount: -dispute.amount }],
  });
  return { ...dispute, balance_transactions: [...dispute.balance_transactions, ...transactions] };
}

/** What was taken while it was pending does not come back before it would have been available. */
function availableAgain(dispute: Stripe.Dispute, now: number): number {
  return Math.max(now, ...dispute.balance_transactions.map((transaction) => transaction.available_on));
}
