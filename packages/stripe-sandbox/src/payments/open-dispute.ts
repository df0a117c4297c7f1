import type Stripe from "stripe";
import { day, setTimer, startOfDay } from "../clock/timers";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { disputeFee } from "../ledger/fees";
import { post } from "../ledger/post";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { noEvidence } from "./dispute-evidence";

/**
 * A chargeback takes the money at once and can be contested; an inquiry only asks; a returned bank debit (`final`)
 * takes the money and cannot be contested.
 */
export type DisputeKind = "chargeback" | "inquiry" | "final";

/** Until the end of the ninth day evidence may be given. */
const daysToRespond = 9;

const firstStatus = {
  chargeback: "needs_response",
  inquiry: "warning_needs_response",
  final: "lost",
} as const;

/** Opens a dispute about what is left of a charge after its refunds. */
export function openDispute(
  ctx: Context,
  charge: Stripe.Charge,
  how: { kind: DisputeKind; reason: string },
): Stripe.Dispute {
  requireDisputable(charge);
  const dueBy = startOfDay(ctx.now) + (daysToRespond + 1) * day - 1;
  const opened: Stripe.Dispute = {
    id: newId(ctx, "du"),
    object: "dispute",
    amount: charge.amount_captured - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: ctx.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: how.kind === "final" ? null : dueBy,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "manual",
    },
    intended_submission_method: null,
    is_charge_refundable: how.kind === "inquiry",
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    ...cardDetails(charge, how.kind),
    reason: how.reason,
    status: firstStatus[how.kind],
  };
  const dispute =
    how.kind === "inquiry" ? saveObject(ctx, "disputes", opened) : withdraw(ctx, charge, opened);
  const disputed = saveObject(ctx, "charges", { ...charge, disputed: true });
  emit(ctx, "charge.dispute.created", dispute);
  emit(ctx, "charge.updated", disputed, charge);
  if (how.kind !== "inquiry") emit(ctx, "charge.dispute.funds_withdrawn", dispute);
  if (how.kind === "final") emit(ctx, "charge.dispute.closed", dispute);
  else setTimer(ctx, "dispute_deadline", dispute.id, dueBy);
  return dispute;
}

function requireDisputable(charge: Stripe.Charge): void {
  if (charge.source_transfer !== null) {
    throw invalidRequest(`${charge.id} is the other end of a transfer; nobody but the platform has paid it.`);
  }
  if (charge.status !== "succeeded" || !charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has not been paid and cannot be disputed.`);
  }
  if (charge.disputed) throw invalidRequest(`Charge ${charge.id} has been disputed already.`);
  if (charge.amount_captured === charge.amount_refunded) {
    throw invalidRequest(`Charge ${charge.id} has been refunded and cannot be disputed.`);
  }
}

function cardDetails(
  charge: Stripe.Charge,
  kind: DisputeKind,
): Pick<Stripe.Dispute, "payment_method_details"> | Record<string, never> {
  const card = charge.payment_method_details?.card;
  if (card === undefined) return {};
  return {
    payment_method_details: {
      card: {
        brand: card.brand ?? "visa",
        case_type: kind === "inquiry" ? "inquiry" : "chargeback",
        network: card.network ?? "visa",
        network_reason_code: "10.4",
      },
      type: "card",
    },
  };
}

/** Takes the disputed money, with the fee, off the balance; while the charge is pending, off its own money. */
export function withdraw(ctx: Context, charge: Stripe.Charge, dispute: Stripe.Dispute): Stripe.Dispute {
  const made = objectFromUrl(ctx, "balanceTransactions", idOf(charge.balance_transaction) ?? "");
  const fee = disputeFee(charge.currency);
  const transactions = post(ctx, {
    currency: charge.currency,
    legs: [
      {
        account: ctx.account,
        type: "adjustment",
        reportingCategory: "dispute",
        amount: -dispute.amount,
        fee,
        source: dispute.id,
        description: `Chargeback withdrawal for ${charge.id}`,
        availableOn: made.status === "pending" ? made.available_on : ctx.now,
      },
    ],
    outside: [
      { name: payerOf(charge), amount: dispute.amount },
      { name: "fees", amount: fee },
    ],
  });
  return saveObject(ctx, "disputes", {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...transactions],
  });
}

/** Where a charge's money has come from. */
export function payerOf(charge: Stripe.Charge): "cards" | "debits" {
  return charge.payment_method_details?.type === "us_bank_account" ? "debits" : "cards";
}
