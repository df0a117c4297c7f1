import type Stripe from "stripe";
import { type Context, newToken } from "../context";
import { mergeMetadata } from "../http/params";
import type { SessionInput } from "./checkout-params";
import type { MethodType } from "./method-types";

/** What a session is about: an amount in minor units to pay, or a method to save. */
export interface SessionSubject {
  amount: number | null;
  currency: string | null;
  expiresAt: number;
  methodTypes: MethodType[];
  setupIntent: string | null;
}

/** A new open session with its hosted page. */
export function buildSession(
  ctx: Context,
  input: SessionInput,
  subject: SessionSubject,
): Stripe.Checkout.Session {
  const id = `cs_test_${newToken(ctx, "cs_test", 58)}`;
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: input.adaptive_pricing?.enabled ?? false },
    after_expiration: null,
    allow_promotion_codes: input.allow_promotion_codes ?? null,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount_subtotal: subject.amount,
    amount_total: subject.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: input.billing_address_collection ?? null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: ctx.now,
    currency: subject.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: input.customer ?? null,
    customer_account: null,
    customer_creation: input.customer === undefined ? (input.customer_creation ?? "if_required") : null,
    customer_details: input.customer_email === undefined ? null : details(input.customer_email, null),
    customer_email: input.customer_email ?? null,
    discounts: [],
    expires_at: subject.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: input.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: subject.methodTypes,
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: subject.setupIntent,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: input.submit_type ?? null,
    subscription: null,
    success_url: input.success_url,
    ...modeFields(input.mode),
    ui_mode: "hosted_page",
    url: `${ctx.publicUrl}/c/pay/${id}`,
    wallet_options: null,
  };
}

/** A session that saves a method has nothing to pay. */
function modeFields(
  mode: "payment" | "setup",
): Pick<Stripe.Checkout.Session, "mode" | "payment_method_collection" | "payment_status" | "total_details"> {
  if (mode === "setup") {
    return {
      mode,
      payment_method_collection: "always",
      payment_status: "no_payment_required",
      total_details: null,
    };
  }
  return {
    mode,
    payment_method_collection: "if_required",
    payment_status: "unpaid",
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  };
}

/** What the payer has told about himself on the hosted page. */
export function details(email: string, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: null,
  };
}
