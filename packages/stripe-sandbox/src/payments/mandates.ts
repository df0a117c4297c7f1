import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newId } from "../context";
import { params, text, timestamp } from "../http/params";
import { route } from "../http/route";
import { StripeError } from "../http/stripe-error";
import { findObject, objectFromParam, objectFromUrl, saveObject } from "../state/objects";

/** How the customer has agreed to be debited, as `mandate_data` says it. */
export const mandateData = () =>
  z.strictObject({
    customer_acceptance: z.strictObject({
      accepted_at: timestamp().optional(),
      type: z.enum(["offline", "online"]),
      offline: z.union([z.literal(""), z.strictObject({})]).optional(),
      online: z.strictObject({ ip_address: text(), user_agent: text() }).optional(),
    }),
  });
export type MandateData = z.output<ReturnType<typeof mandateData>>;

/** The acceptance a hosted page records by itself. */
export const acceptedOnPage: MandateData = {
  customer_acceptance: {
    type: "online",
    online: { ip_address: "127.0.0.1", user_agent: "Stripe sandbox hosted page" },
  },
};

/**
 * The mandate under which a bank account may be debited: the one named, a new one when the customer has just
 * accepted, or the one given before. Without any the debit is refused.
 */
export function mandateFor(
  ctx: Context,
  method: Stripe.PaymentMethod,
  given: { data?: MandateData | undefined; id?: string | undefined },
): Stripe.Mandate {
  if (given.id !== undefined) {
    const named = objectFromParam(ctx, "mandates", given.id, "mandate");
    if (named.payment_method === method.id && named.status === "active") return named;
    throw invalidMandate("The mandate does not belong to this payment method, or is no longer active.");
  }
  if (given.data !== undefined) return createMandate(ctx, method, given.data);
  const earlier = [...ctx.store.all("mandates")]
    .map((row) => row.object)
    .find((mandate) => mandate.payment_method === method.id && mandate.status === "active");
  if (earlier !== undefined) return earlier;
  throw new StripeError(400, {
    type: "invalid_request_error",
    code: "parameter_missing",
    message:
      "This payment method needs a mandate: the customer's acceptance in `mandate_data`, or a payment method that was set up before.",
    param: "mandate_data",
  });
}

function createMandate(ctx: Context, method: Stripe.PaymentMethod, data: MandateData): Stripe.Mandate {
  const acceptance = data.customer_acceptance;
  return saveObject(ctx, "mandates", {
    id: newId(ctx, "mandate"),
    object: "mandate",
    customer_acceptance: {
      accepted_at: acceptance.accepted_at ?? ctx.now,
      ...(acceptance.type === "online"
        ? { online: acceptance.online ?? { ip_address: null, user_agent: null } }
        : { offline: {} }),
      type: acceptance.type,
    },
    livemode: false,
    multi_use: {},
    payment_method: method.id,
    payment_method_details: { type: "us_bank_account", us_bank_account: {} },
    status: "active",
    type: "multi_use",
  });
}

/** A detached bank account may not be debited any more. */
export function endMandates(ctx: Context, method: string): void {
  for (const { object } of ctx.store.all("mandates")) {
    if (object.payment_method === method && findObject(ctx, "mandates", object.id) !== undefined) {
      saveObject(ctx, "mandates", { ...object, status: "inactive" });
    }
  }
}

function invalidMandate(message: string): StripeError {
  return new StripeError(400, {
    type: "invalid_request_error",
    code: "payment_intent_mandate_invalid",
    message,
    param: "mandate",
  });
}

export const mandateRoutes = [
  route("GET", "/v1/mandates/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "mandates", path("id"), "mandate"),
  ),
];
