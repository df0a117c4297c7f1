import type Stripe from "stripe";
import { day, startOfDay } from "../clock/timers";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { cardFee } from "../ledger/fees";
import { post } from "../ledger/post";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { chargeCardDetails } from "./card-details";
import type { CardOutcome } from "./test-cards";

type Decline = Extract<CardOutcome, { kind: "declines" }>;
type Pays = Extract<CardOutcome, { kind: "pays" }>;

export interface ChargeAttempt {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  authenticated: boolean;
}

interface ChargeHead {
  id: string;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  details: Stripe.Charge.PaymentMethodDetails;
}

/** Card money may be used two days after the charge, counted as Stripe does in whole UTC days. */
const settlementDays = 2;

/** Records a refused card. */
export function failCharge(ctx: Context, attempt: ChargeAttempt, decline: Decline): Stripe.Charge {
  const charge: Stripe.Charge = {
    ...cardCharge(ctx, attempt),
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: {
      advice_code: decline.declineCode === "processing_error" ? "try_again_later" : "do_not_try_again",
      network_advice_code: null,
      network_decline_code: null,
      network_status: "declined_by_network",
      reason: decline.declineCode,
      risk_level: "normal",
      risk_score: 32,
      seller_message: "The bank did not return any further details with this decline.",
      type: "issuer_declined",
    },
    paid: false,
    status: "failed",
  };
  saveObject(ctx, "charges", charge);
  emit(ctx, "charge.failed", charge);
  return charge;
}

/** Charges the card: takes the money at once, or only reserves it when the intent is captured by hand. */
export function makeCharge(ctx: Context, attempt: ChargeAttempt, outcome: Pays): Stripe.Charge {
  const authorized = cardCharge(ctx, attempt);
  if (attempt.intent.capture_method === "manual") {
    saveObject(ctx, "charges", authorized);
    emit(ctx, "charge.succeeded", authorized);
    return authorized;
  }
  const charge = settleCharge(ctx, authorized, authorized.amount, outcome.bypassPending === true);
  emit(ctx, "charge.succeeded", charge);
  return charge;
}

/** Takes reserved money, or a part of it; the rest goes back to the card. */
export function captureCharge(
  ctx: Context,
  charge: Stripe.Charge,
  amount: number,
  bypassPending: boolean,
): Stripe.Charge {
  const captured = settleCharge(ctx, charge, amount, bypassPending);
  emit(ctx, "charge.captured", captured, charge);
  return captured;
}

/** Gives reserved money back to the card without ever taking it. */
export function releaseCharge(ctx: Context, charge: Stripe.Charge): Stripe.Charge {
  const released = saveObject(ctx, "charges", { ...charge, amount_refunded: charge.amount, refunded: true });
  emit(ctx, "charge.refunded", released, charge);
  return released;
}

function settleCharge(
  ctx: Context,
  charge: Stripe.Charge,
  amount: number,
  bypassPending: boolean,
): Stripe.Charge {
  const fee = cardFee(amount, charge.currency);
  const [transaction] = post(ctx, {
    currency: charge.currency,
    legs: [
      {
        account: ctx.account,
        type: "charge",
        reportingCategory: "charge",
        amount,
        fee,
        source: charge.id,
        description: charge.description,
        availableOn: bypassPending ? ctx.now : startOfDay(ctx.now) + settlementDays * day,
      },
    ],
    outside: [
      { name: "cards", amount: -amount },
      { name: "fees", amount: fee },
    ],
  });
  return saveObject(ctx, "charges", {
    ...charge,
    amount_captured: amount,
    balance_transaction: transaction?.id ?? null,
    captured: true,
  });
}

function cardCharge(ctx: Context, { intent, method, authenticated }: ChargeAttempt): Stripe.Charge {
  const details = chargeCardDetails(method, intent.amount, authenticated);
  return blankCharge(ctx, { intent, method, details, id: newId(ctx, "ch") });
}

/** A charge that nothing has happened to yet. */
export function blankCharge(ctx: Context, { intent, method, details, id }: ChargeHead): Stripe.Charge {
  return {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? "EVENSHARE SANDBOX",
    captured: false,
    created: ctx.now,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      risk_level: "normal",
      risk_score: 32,
      seller_message: "Payment complete.",
      type: "authorized",
    },
    paid: true,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: details,
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: "succeeded",
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

/** The charge an intent was last tried with. */
export function latestCharge(ctx: Context, intent: Stripe.PaymentIntent): Stripe.Charge {
  return objectFromUrl(ctx, "charges", idOf(intent.latest_charge) ?? "");
}
