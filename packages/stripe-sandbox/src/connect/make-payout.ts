import type Stripe from "stripe";
import { day, hour, setTimer, startOfDay } from "../clock/timers";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { post } from "../ledger/post";
import { saveObject } from "../state/objects";

export interface PayoutFields {
  amount: number;
  currency: string;
  destination: Stripe.BankAccount;
  automatic: boolean;
  description: string | null;
  metadata: Stripe.Metadata;
  statementDescriptor: string | null;
}

/** Takes the money off the balance and sends it: on its way an hour later, at the bank on the next business day. */
export function makePayout(ctx: Context, fields: PayoutFields): Stripe.Payout {
  const id = newId(ctx, "po");
  const [transaction] = post(ctx, {
    currency: fields.currency,
    legs: [
      {
        account: ctx.account,
        type: "payout",
        reportingCategory: "payout",
        amount: -fields.amount,
        source: id,
        description: fields.description,
        availableOn: ctx.now,
      },
    ],
    outside: [{ name: "banks", amount: fields.amount }],
  });
  const payout = saveObject(ctx, "payouts", {
    id,
    object: "payout",
    amount: fields.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: nextBusinessDay(ctx.now),
    automatic: fields.automatic,
    balance_transaction: transaction?.id ?? null,
    created: ctx.now,
    currency: fields.currency,
    description: fields.description,
    destination: fields.destination.id,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: fields.metadata,
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: fields.automatic ? "in_progress" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: fields.statementDescriptor,
    status: "pending",
    trace_id: { status: "pending", value: null },
    type: "bank_account",
  });
  if (fields.automatic) markPaidOut(ctx, payout);
  setTimer(ctx, "payout_step", id, Math.min(ctx.now + hour, payout.arrival_date));
  emit(ctx, "payout.created", payout);
  return payout;
}

/** An automatic payout takes everything along that is available and has not gone out with another. */
function markPaidOut(ctx: Context, payout: Stripe.Payout): void {
  for (const { account, object } of ctx.store.all("balanceTransactions")) {
    const fits = account === ctx.account && object.currency === payout.currency;
    if (!fits || object.status !== "available" || ctx.store.get("paidOut", object.id) !== undefined) continue;
    ctx.store.put("paidOut", object.id, { payout: payout.id });
  }
}

/** Midnight UTC of the next day that is neither Saturday nor Sunday. */
export function nextBusinessDay(at: number): number {
  let next = startOfDay(at) + day;
  while ([0, 6].includes(new Date(next * 1000).getUTCDay())) next += day;
  return next;
}
