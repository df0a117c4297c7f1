import type Stripe from "stripe";
import { type Context, newId, newToken } from "../context";
import type { MethodType } from "./method-types";

export interface SetupFields {
  allowedTypes: MethodType[] | null;
  automaticMethods: Stripe.SetupIntent.AutomaticPaymentMethods | null;
  customer: string | null;
  description: string | null;
  metadata: Stripe.Metadata;
  methodTypes: MethodType[];
  usage: "off_session" | "on_session";
}

/** A new setup intent that waits for a payment method. */
export function buildSetupIntent(ctx: Context, fields: SetupFields): Stripe.SetupIntent {
  const id = newId(ctx, "seti");
  return {
    id,
    object: "setup_intent",
    allowed_payment_method_types: fields.allowedTypes,
    application: null,
    automatic_payment_methods: fields.automaticMethods,
    cancellation_reason: null,
    client_secret: `${id}_secret_${newToken(ctx, "secret", 31)}`,
    created: ctx.now,
    customer: fields.customer,
    customer_account: null,
    description: fields.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: fields.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: fields.methodTypes,
    single_use_mandate: null,
    status: "requires_payment_method",
    usage: fields.usage,
  };
}
