import type Stripe from "stripe";
import { clearTimer, day, setTimer, startOfDay } from "../clock/timers";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { debitFee } from "../ledger/fees";
import { post } from "../ledger/post";
import { findObject, idOf, objectFromUrl, saveObject } from "../state/objects";
import { chargeBankDetails } from "./bank-methods";
import { blankCharge } from "./charges";
import { type MandateData, mandateFor } from "./mandates";
import { openDispute } from "./open-dispute";
import { rememberMethod } from "./payment-methods";
import { announceDebitOfSession } from "./session-debits";
import { bankByNumber, type DebitFailure, type DebitOutcome, debitFailures } from "./test-banks";

/** The bank answers at midnight UTC of the second day; Stripe says "up to four business days". */
const answerDays = 2;
/** A return that comes late comes a week after the payment, when the money has long been available. */
const returnDays = 7;
const settlementBusinessDays = 4;

export interface DebitOrder {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  mandate: { data?: MandateData | undefined; id?: string | undefined };
}

/** Starts a debit: the intent is `processing` and the money pending until the bank has answered. */
export function startDebit(ctx: Context, { intent, method, mandate }: DebitOrder): Stripe.PaymentIntent {
  checkDebit(intent);
  const agreed = mandateFor(ctx, method, mandate);
  const charge = pendingCharge(ctx, intent, method, agreed.id);
  rememberMethod(ctx, intent, method);
  const outcome = debitOutcomeOf(ctx, method.id);
  if (outcome.kind !== "stays") {
    setTimer(ctx, "debit_settlement", charge.id, startOfDay(ctx.now) + answerDays * day);
  }
  const processing = saveObject(ctx, "paymentIntents", {
    ...intent,
    latest_charge: charge.id,
    status: "processing",
  });
  emit(ctx, "charge.pending", charge);
  emit(ctx, "payment_intent.processing", processing);
  return processing;
}

function checkDebit(intent: Stripe.PaymentIntent): void {
  if (intent.currency !== "usd") {
    throw invalidRequest(
      `The currency ${intent.currency} cannot be debited from a US bank account; us_bank_account takes usd only.`,
      { param: "currency" },
    );
  }
  if (intent.capture_method === "manual") {
    throw invalidRequest("The payment method us_bank_account cannot be captured manually.", {
      param: "capture_method",
    });
  }
}

function pendingCharge(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  mandate: string,
): Stripe.Charge {
  const id = newId(ctx, "py");
  const fee = debitFee(intent.amount);
  const [transaction] = post(ctx, {
    currency: intent.currency,
    legs: [
      {
        account: ctx.account,
        type: "payment",
        reportingCategory: "charge",
        amount: intent.amount,
        fee,
        source: id,
        description: intent.description,
        availableOn: businessDaysAfter(ctx.now, settlementBusinessDays),
      },
    ],
    outside: [
      { name: "debits", amount: -intent.amount },
      { name: "fees", amount: fee },
    ],
  });
  return saveObject(ctx, "charges", {
    ...blankCharge(ctx, { intent, method, details: chargeBankDetails(method, mandate), id }),
    amount_captured: intent.amount,
    balance_transaction: transaction?.id ?? null,
    captured: true,
    paid: false,
    status: "pending",
  });
}

/** How the bank account behind a method answers. */
function debitOutcomeOf(ctx: Context, method: string): DebitOutcome {
  const known = bankByNumber(ctx.store.get("debitAccounts", method)?.number ?? "");
  if (known === undefined) throw new Error(`${method} has no bank account behind it`);
  return known.outcome;
}

/** The clock's part: the bank answers. */
export function settleDebit(ctx: Context, charge: Stripe.Charge): void {
  if (charge.status !== "pending") return;
  const outcome = debitOutcomeOf(ctx, charge.payment_method ?? "");
  if (outcome.kind === "fails") failDebit(ctx, charge, outcome.code);
  else completeDebit(ctx, charge);
  if (outcome.kind === "pays_and_is_returned") {
    setTimer(ctx, "debit_return", charge.id, startOfDay(charge.created) + returnDays * day);
  }
}

/** The bank has paid. */
export function completeDebit(ctx: Context, before: Stripe.Charge): Stripe.Charge {
  requirePending(before);
  clearTimer(ctx, "debit_settlement", before.id);
  const charge = saveObject(ctx, "charges", { ...before, paid: true, status: "succeeded" });
  emit(ctx, "charge.succeeded", charge, before);
  const intent = intentOf(ctx, charge);
  const paid = saveObject(ctx, "paymentIntents", {
    ...intent,
    amount_received: intent.amount,
    status: "succeeded",
  });
  emit(ctx, "payment_intent.succeeded", paid);
  announceDebitOfSession(ctx, paid);
  releaseLateMoney(ctx, charge);
  return charge;
}

/** The bank has not paid: what was pending is taken back, and the intent waits for another method. */
export function failDebit(ctx: Context, before: Stripe.Charge, code: DebitFailure): Stripe.Charge {
  requirePending(before);
  clearTimer(ctx, "debit_settlement", before.id);
  const message = debitFailures[code];
  const charge = saveObject(ctx, "charges", {
    ...before,
    failure_balance_transaction: takeBack(ctx, before),
    failure_code: code,
    failure_message: message,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "declined_by_network",
      reason: code,
      risk_level: "not_assessed",
      seller_message: "The bank did not pay this debit.",
      type: "issuer_declined",
    },
    status: "failed",
  });
  emit(ctx, "charge.failed", charge, before);
  const intent = intentOf(ctx, charge);
  const method = findObject(ctx, "paymentMethods", charge.payment_method ?? "");
  const failed = saveObject(ctx, "paymentIntents", {
    ...intent,
    last_payment_error: {
      charge: charge.id,
      code,
      message,
      ...(method === undefined ? {} : { payment_method: method }),
      type: "invalid_request_error",
    },
    payment_method: null,
    status: "requires_payment_method",
  });
  emit(ctx, "payment_intent.payment_failed", failed);
  announceDebitOfSession(ctx, failed);
  releaseLateMoney(ctx, charge);
  return charge;
}

/** The bank takes a debit back that had succeeded: a dispute that is lost when it is opened. */
export function returnDebit(
  ctx: Context,
  charge: Stripe.Charge,
  reason: ReturnReason = "insufficient_funds",
): Stripe.Dispute {
  clearTimer(ctx, "debit_return", charge.id);
  return openDispute(ctx, charge, { kind: "final", reason });
}

/** The clock's part: a return that is due. A debit that was refunded or disputed meanwhile is left alone. */
export function returnDebitByClock(ctx: Context, charge: Stripe.Charge): void {
  if (charge.disputed || charge.amount_refunded === charge.amount_captured) return;
  returnDebit(ctx, charge);
}

export type ReturnReason =
  | "bank_cannot_process"
  | "debit_not_authorized"
  | "incorrect_account_details"
  | "insufficient_funds";

function takeBack(ctx: Context, charge: Stripe.Charge): string | null {
  const made = objectFromUrl(ctx, "balanceTransactions", idOf(charge.balance_transaction) ?? "");
  const [transaction] = post(ctx, {
    currency: charge.currency,
    legs: [
      {
        account: ctx.account,
        type: "payment_failure_refund",
        reportingCategory: "charge_failure",
        amount: -charge.amount,
        fee: -made.fee,
        source: charge.id,
        description: "The bank did not pay.",
        availableOn: made.status === "pending" ? made.available_on : ctx.now,
      },
    ],
    outside: [
      { name: "debits", amount: charge.amount },
      { name: "fees", amount: -made.fee },
    ],
  });
  return transaction?.id ?? null;
}

/** A bank that answers after the day its money was due does not keep it back any longer. */
function releaseLateMoney(ctx: Context, charge: Stripe.Charge): void {
  const made = objectFromUrl(ctx, "balanceTransactions", idOf(charge.balance_transaction) ?? "");
  if (made.status !== "pending" || made.available_on > ctx.now) return;
  setTimer(ctx, "funds_available", `${ctx.account}/${ctx.now}`, ctx.now);
}

function requirePending(charge: Stripe.Charge): void {
  if (charge.status === "pending") return;
  throw invalidRequest(`Charge ${charge.id} is ${charge.status}; the bank has answered already.`);
}

function intentOf(ctx: Context, charge: Stripe.Charge): Stripe.PaymentIntent {
  return objectFromUrl(ctx, "paymentIntents", idOf(charge.payment_intent) ?? "", "intent");
}

/** Midnight UTC of the nth day after that is neither Saturday nor Sunday. */
function businessDaysAfter(at: number, count: number): number {
  let next = startOfDay(at);
  for (let left = count; left > 0; ) {
    next += day;
    if (![0, 6].includes(new Date(next * 1000).getUTCDay())) left -= 1;
  }
  return next;
}
