import type Stripe from "stripe";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest, StripeError } from "../http/stripe-error";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { outcomeOf } from "./confirm";
import { type MandateData, mandateFor } from "./mandates";
import { attachMethod, markSetUp } from "./payment-methods";

export interface SetupConfirmation {
  method: Stripe.PaymentMethod;
  returnUrl: string | null;
  mandate: { data?: MandateData | undefined };
}

const confirmable = ["requires_payment_method", "requires_confirmation", "requires_action"];

/**
 * Saves a method for later: the intent succeeds and the method belongs to the customer, or the customer must
 * authenticate first (`requires_action`), or the card is refused with a 402 and the intent waits for another.
 */
export function confirmSetup(
  ctx: Context,
  before: Stripe.SetupIntent,
  { method, returnUrl, mandate }: SetupConfirmation,
): Stripe.SetupIntent {
  requireSetupStatus(before, confirmable, "confirm");
  requireFitting(before, method);
  const intent = { ...before, last_setup_error: null, next_action: null, payment_method: method.id };
  if (method.type === "us_bank_account") {
    return succeed(ctx, { ...intent, mandate: mandateFor(ctx, method, mandate).id }, method);
  }
  const outcome = outcomeOf(ctx, method);
  if (outcome.kind === "declines" && outcome.onlyWhenCharged !== true) {
    return refuse(ctx, intent, method, {
      code: outcome.code,
      decline_code: outcome.declineCode,
      message: outcome.message,
      type: "card_error",
    });
  }
  if (outcome.kind !== "asks" || outcome.when === "on_session") return succeed(ctx, intent, method);
  const url = `${ctx.publicUrl}/3ds/${intent.id}`;
  const asking = saveObject(ctx, "setupIntents", {
    ...intent,
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } },
    status: "requires_action",
  });
  emit(ctx, "setup_intent.requires_action", asking);
  return asking;
}

/** Goes on after the customer has passed (or failed) the challenge. */
export function answerSetupChallenge(
  ctx: Context,
  intent: Stripe.SetupIntent,
  passed: boolean,
): Stripe.SetupIntent {
  requireSetupStatus(intent, ["requires_action"], "authenticate");
  const method = objectFromUrl(ctx, "paymentMethods", idOf(intent.payment_method) ?? "", "payment_method");
  const settled = { ...intent, next_action: null };
  if (passed) return succeed(ctx, settled, method);
  return refuse(ctx, settled, method, {
    code: "setup_intent_authentication_failure",
    message: "The payment method could not be authenticated. Choose another one, or try again.",
    type: "invalid_request_error",
  });
}

function succeed(ctx: Context, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): Stripe.SetupIntent {
  const customer = idOf(intent.customer);
  if (customer !== null) attachMethod(ctx, method, customer);
  if (intent.usage === "off_session") markSetUp(ctx, method);
  const done = saveObject(ctx, "setupIntents", { ...intent, status: "succeeded" });
  emit(ctx, "setup_intent.succeeded", done);
  return done;
}

function refuse(
  ctx: Context,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  reason: {
    type: "card_error" | "invalid_request_error";
    code: string;
    decline_code?: string;
    message: string;
  },
): never {
  const failed = saveObject(ctx, "setupIntents", {
    ...intent,
    last_setup_error: { ...reason, payment_method: method },
    payment_method: null,
    status: "requires_payment_method",
  });
  emit(ctx, "setup_intent.setup_failed", failed);
  throw new StripeError(
    402,
    { ...reason, payment_method: method, setup_intent: failed },
    { keepsEffects: true },
  );
}

function requireFitting(intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): void {
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this SetupIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(", ")}.`,
      { param: "payment_method" },
    );
  }
  const owner = idOf(method.customer);
  if (owner === null || owner === idOf(intent.customer)) return;
  throw invalidRequest(
    `The provided PaymentMethod belongs to the Customer ${owner}. Please include the Customer in the \`customer\` parameter on the SetupIntent.`,
    { param: "payment_method" },
  );
}

/** Refuses a step the intent's status does not allow. */
export function requireSetupStatus(intent: Stripe.SetupIntent, allowed: string[], verb: string): void {
  if (allowed.includes(intent.status)) return;
  throw new StripeError(400, {
    type: "invalid_request_error",
    code: "setup_intent_unexpected_state",
    message: `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`,
    setup_intent: intent,
  });
}

const cancelable = ["requires_payment_method", "requires_confirmation", "requires_action"];

/** Ends a setup that nobody will finish. */
export function cancelSetup(
  ctx: Context,
  intent: Stripe.SetupIntent,
  reason: "abandoned" | "duplicate" | "requested_by_customer" | null,
): Stripe.SetupIntent {
  requireSetupStatus(intent, cancelable, "cancel");
  const canceled = saveObject(ctx, "setupIntents", {
    ...intent,
    cancellation_reason: reason,
    next_action: null,
    status: "canceled",
  });
  emit(ctx, "setup_intent.canceled", canceled);
  return canceled;
}
