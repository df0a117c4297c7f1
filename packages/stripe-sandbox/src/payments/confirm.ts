import type Stripe from "stripe";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest, StripeError } from "../http/stripe-error";
import { idOf, saveObject } from "../state/objects";
import { startDebit } from "./bank-debits";
import { type ChargeAttempt, failCharge, makeCharge } from "./charges";
import type { MandateData } from "./mandates";
import { openDispute } from "./open-dispute";
import { markSetUp, rememberMethod } from "./payment-methods";
import { type AsksWhen, type CardOutcome, cardByNumber } from "./test-cards";

export interface Confirmation {
  method: Stripe.PaymentMethod;
  /** The customer is not there: a card that asks for authentication is refused instead of asked. */
  offSession: boolean;
  returnUrl: string | null;
  /** Refuse instead of asking, for callers that cannot show a page. */
  errorOnRequiresAction: boolean;
  /** The customer's agreement to be debited; bank accounts need one. */
  mandate?: { data?: MandateData | undefined; id?: string | undefined };
}

const confirmable = ["requires_payment_method", "requires_confirmation", "requires_action"];

/** How the card behind a method behaves. */
export function outcomeOf(ctx: Context, method: Stripe.PaymentMethod): CardOutcome {
  const number = ctx.store.get("cards", method.id)?.number ?? "";
  const known = cardByNumber(number);
  if (known === undefined) throw new Error(`${method.id} has no card behind it`);
  return known.outcome;
}

/**
 * Tries to pay an intent with a method. The intent succeeds, waits for capture, waits for the customer
 * (`requires_action`), or falls back to `requires_payment_method` with a 402 that keeps the failed charge.
 */
export function confirmIntent(
  ctx: Context,
  before: Stripe.PaymentIntent,
  confirmation: Confirmation,
): Stripe.PaymentIntent {
  requireStatus(before, confirmable, "confirm");
  const { method } = confirmation;
  const customer = idOf(before.customer);
  const owner = idOf(method.customer);
  if (owner !== null && owner !== customer) {
    throw invalidRequest(
      `The provided PaymentMethod belongs to the Customer ${owner}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { param: "payment_method" },
    );
  }
  requireType(before, method);
  const intent: Stripe.PaymentIntent = {
    ...before,
    last_payment_error: null,
    next_action: null,
    payment_method: method.id,
  };
  if (method.type === "us_bank_account") {
    return startDebit(ctx, { intent, method, mandate: confirmation.mandate ?? {} });
  }
  const outcome = outcomeOf(ctx, method);
  if (outcome.kind !== "asks") return charge(ctx, intent, method, outcome, false);
  if (!mustAsk(ctx, method, outcome.when, confirmation.offSession)) {
    return charge(ctx, intent, method, outcome.then, false);
  }
  if (confirmation.offSession || confirmation.errorOnRequiresAction) {
    return refuse(
      ctx,
      intent,
      method,
      {
        kind: "declines",
        code: "authentication_required",
        declineCode: "authentication_required",
        message: "Your card was declined. This transaction requires authentication.",
      },
      false,
    );
  }
  return askCustomer(ctx, intent, confirmation.returnUrl);
}

function mustAsk(ctx: Context, method: Stripe.PaymentMethod, when: AsksWhen, offSession: boolean): boolean {
  if (!offSession) return true;
  const setUp = ctx.store.get("cards", method.id)?.setUp === true;
  return when === "always" || (when === "until_set_up" && !setUp);
}

function requireType(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  if (intent.payment_method_types.includes(method.type)) return;
  throw invalidRequest(
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(", ")}.`,
    { param: "payment_method" },
  );
}

function askCustomer(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  returnUrl: string | null,
): Stripe.PaymentIntent {
  const url = `${ctx.publicUrl}/3ds/${intent.id}`;
  const asking = saveObject(ctx, "paymentIntents", {
    ...intent,
    status: "requires_action",
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } },
  });
  emit(ctx, "payment_intent.requires_action", asking);
  return asking;
}

/** Goes on after the customer has passed (or failed) the 3-D Secure challenge. */
export function answerChallenge(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  passed: boolean,
): Stripe.PaymentIntent {
  requireStatus(intent, ["requires_action"], "authenticate");
  const outcome = outcomeOf(ctx, method);
  const settled: Stripe.PaymentIntent = { ...intent, next_action: null };
  if (passed && outcome.kind === "asks") return charge(ctx, settled, method, outcome.then, true);
  const failed = saveObject(ctx, "paymentIntents", {
    ...settled,
    payment_method: null,
    status: "requires_payment_method",
    last_payment_error: {
      code: "payment_intent_authentication_failure",
      message: authenticationFailed,
      payment_method: method,
      type: "invalid_request_error",
    },
  });
  emit(ctx, "payment_intent.payment_failed", failed);
  const body = { type: "invalid_request_error", code: "payment_intent_authentication_failure" } as const;
  throw new StripeError(402, { ...body, message: authenticationFailed }, { keepsEffects: true });
}

const authenticationFailed =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

function charge(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  outcome: CardOutcome,
  authenticated: boolean,
): Stripe.PaymentIntent {
  if (outcome.kind === "declines") return refuse(ctx, intent, method, outcome, authenticated);
  if (outcome.kind === "asks") throw new Error("a card asks once");
  const attempt: ChargeAttempt = { intent, method, authenticated };
  const made = makeCharge(ctx, attempt, outcome);
  rememberMethod(ctx, intent, method);
  if (authenticated && intent.setup_future_usage === "off_session") markSetUp(ctx, method);
  const reserved = intent.capture_method === "manual";
  const paid = saveObject(ctx, "paymentIntents", {
    ...intent,
    amount_capturable: reserved ? intent.amount : 0,
    amount_received: reserved ? 0 : intent.amount,
    latest_charge: made.id,
    status: reserved ? "requires_capture" : "succeeded",
  });
  emit(ctx, reserved ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", paid);
  if (!reserved && outcome.disputed !== undefined) openDispute(ctx, made, outcome.disputed);
  return paid;
}

function refuse(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Extract<CardOutcome, { kind: "declines" }>,
  authenticated: boolean,
): never {
  const made = failCharge(ctx, { intent, method, authenticated }, decline);
  const error = {
    type: "card_error",
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    charge: made.id,
    payment_method: method,
  } as const;
  const failed = saveObject(ctx, "paymentIntents", {
    ...intent,
    last_payment_error: error,
    latest_charge: made.id,
    payment_method: null,
    status: "requires_payment_method",
  });
  emit(ctx, "payment_intent.payment_failed", failed);
  throw new StripeError(402, { ...error, payment_intent: failed }, { keepsEffects: true });
}

/** Refuses a step the intent's status does not allow. */
export function requireStatus(intent: Stripe.PaymentIntent, allowed: string[], verb: string): void {
  if (allowed.includes(intent.status)) return;
  throw new StripeError(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be used: ${allowed.join(", ")}.`,
    payment_intent: intent,
  });
}
