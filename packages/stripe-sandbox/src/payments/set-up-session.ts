import type Stripe from "stripe";
import type { Context } from "../context";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { details } from "./checkout-object";
import { completeSession } from "./complete-session";
import { answerSetupChallenge, confirmSetup } from "./confirm-setup";
import { createMethod, type Payment } from "./hosted-payment";
import { acceptedOnPage } from "./mandates";
import { attachMethod } from "./payment-methods";

/**
 * What the hosted page of a setup session does when the button is pressed: saves the card or bank account for later.
 * `requires_action` means that the challenge page comes next; a refused card throws the 402.
 */
export function setUpSession(
  ctx: Context,
  session: Stripe.Checkout.Session,
  payment: Payment,
): Stripe.SetupIntent {
  saveObject(ctx, "checkoutSessions", {
    ...session,
    customer_details: details(payment.email, payment.name ?? null),
  });
  const confirmed = confirmSetup(ctx, setupOf(ctx, session), {
    method: createMethod(ctx, payment),
    returnUrl: session.success_url,
    mandate: { data: acceptedOnPage },
  });
  return confirmed.status === "succeeded" ? complete(ctx, session, confirmed) : confirmed;
}

/** Goes on after the challenge page; a failed challenge throws the 402 and leaves the session open. */
export function answerSetupSession(
  ctx: Context,
  session: Stripe.Checkout.Session,
  passed: boolean,
): Stripe.SetupIntent {
  return complete(ctx, session, answerSetupChallenge(ctx, setupOf(ctx, session), passed));
}

/** A customer that the session has made owns what was saved. */
function complete(
  ctx: Context,
  session: Stripe.Checkout.Session,
  intent: Stripe.SetupIntent,
): Stripe.SetupIntent {
  const customer = idOf(completeSession(ctx, session.id, "no_payment_required").customer);
  if (customer === null || intent.customer !== null) return intent;
  const method = objectFromUrl(ctx, "paymentMethods", idOf(intent.payment_method) ?? "", "payment_method");
  attachMethod(ctx, method, customer);
  return saveObject(ctx, "setupIntents", { ...intent, customer });
}

function setupOf(ctx: Context, session: Stripe.Checkout.Session): Stripe.SetupIntent {
  return objectFromUrl(ctx, "setupIntents", idOf(session.setup_intent) ?? "", "intent");
}
