import type Stripe from "stripe";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { details } from "./checkout-object";
import { completeSession } from "./complete-session";
import { answerChallenge, confirmIntent } from "./confirm";
import { createMethod, type Payment } from "./hosted-payment";
import { buildIntent } from "./intent-object";
import { acceptedOnPage } from "./mandates";

/**
 * What the hosted page does when the payer presses the button: makes (or goes on with) the session's intent and
 * pays it. Returns the intent; `requires_action` means that the challenge page comes next, `processing` that the
 * bank will answer in some days. A refused card throws the 402 and leaves the session open.
 */
export function paySession(
  ctx: Context,
  session: Stripe.Checkout.Session,
  payment: Payment,
): Stripe.PaymentIntent {
  const method = createMethod(ctx, payment);
  const intent = intentOf(ctx, session);
  saveObject(ctx, "checkoutSessions", {
    ...session,
    customer_details: details(payment.email, payment.name ?? null),
    payment_intent: intent.id,
  });
  const confirmed = confirmIntent(ctx, intent, {
    method,
    offSession: false,
    returnUrl: session.success_url,
    errorOnRequiresAction: false,
    mandate: { data: acceptedOnPage },
  });
  if (confirmed.status !== "requires_action") completeSession(ctx, session.id, statusOf(confirmed));
  return confirmed;
}

/** Goes on after the challenge page; a failed challenge throws the 402 and leaves the session open. */
export function answerSessionChallenge(
  ctx: Context,
  session: Stripe.Checkout.Session,
  passed: boolean,
): Stripe.PaymentIntent {
  const intent = objectFromUrl(ctx, "paymentIntents", idOf(session.payment_intent) ?? "", "intent");
  const method = objectFromUrl(ctx, "paymentMethods", idOf(intent.payment_method) ?? "", "payment_method");
  const answered = answerChallenge(ctx, intent, method, passed);
  completeSession(ctx, session.id, statusOf(answered));
  return answered;
}

function intentOf(ctx: Context, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const existing = idOf(session.payment_intent);
  if (existing !== null) return objectFromUrl(ctx, "paymentIntents", existing, "intent");
  const plan = ctx.store.get("sessionPlans", session.id);
  if (plan === undefined || session.amount_total === null || session.currency === null) {
    throw new Error(`${session.id} has nothing to pay`);
  }
  const intent = buildIntent(ctx, {
    ...plan.intent,
    amount: session.amount_total,
    currency: session.currency,
    allowedTypes: null,
    automaticMethods: null,
    customer: idOf(session.customer),
    methodTypes: session.payment_method_types.filter((type) => type === "card" || type === "us_bank_account"),
  });
  saveObject(ctx, "paymentIntents", intent);
  emit(ctx, "payment_intent.created", intent);
  return intent;
}

function statusOf(intent: Stripe.PaymentIntent): "paid" | "unpaid" {
  return intent.status === "succeeded" ? "paid" : "unpaid";
}
