import type Stripe from "stripe";
import { type Context, newId, newToken } from "../context";
import { invalidRequest } from "../http/stripe-error";
import { currencyRule, formatAmount } from "../ledger/currencies";
import type { MethodType } from "./method-types";

/** What an intent is made of; everything else starts empty. */
export interface IntentFields {
  allowedTypes: MethodType[] | null;
  amount: number;
  currency: string;
  automaticMethods: Stripe.PaymentIntent.AutomaticPaymentMethods | null;
  captureMethod: Stripe.PaymentIntent.CaptureMethod;
  customer: string | null;
  description: string | null;
  metadata: Stripe.Metadata;
  methodTypes: MethodType[];
  receiptEmail: string | null;
  setupFutureUsage: "off_session" | "on_session" | null;
  shipping?: Stripe.PaymentIntent.Shipping | null;
  statementDescriptor: string | null;
  statementDescriptorSuffix: string | null;
  transferGroup: string | null;
}

/** A new intent that waits for a payment method. */
export function buildIntent(ctx: Context, fields: IntentFields): Stripe.PaymentIntent {
  checkAmount(fields.amount, fields.currency);
  const id = newId(ctx, "pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: fields.allowedTypes,
    amount: fields.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: fields.automaticMethods,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: fields.captureMethod,
    client_secret: `${id}_secret_${newToken(ctx, "secret", 25)}`,
    confirmation_method: "automatic",
    created: ctx.now,
    currency: fields.currency,
    customer: fields.customer,
    customer_account: null,
    description: fields.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: fields.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: fields.methodTypes,
    payment_record: null,
    processing: null,
    receipt_email: fields.receiptEmail,
    review: null,
    setup_future_usage: fields.setupFutureUsage,
    shipping: fields.shipping ?? null,
    source: null,
    statement_descriptor: fields.statementDescriptor,
    statement_descriptor_suffix: fields.statementDescriptorSuffix,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: fields.transferGroup,
  };
}

/** Refuses currencies the platform does not settle, amounts below Stripe's minimum and amounts off the step. */
export function checkAmount(amount: number, currency: string): void {
  const rule = checkCurrency(currency);
  if (amount % rule.step !== 0) {
    throw invalidRequest(`Invalid amount: amounts in ${currency} must be a multiple of ${rule.step}.`, {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  refuseBelow(rule.smallestCharge, amount, currency);
}

/** Stripe's error for an amount below its minimum for charges or for payouts. */
export function refuseBelow(smallest: number, amount: number, currency: string): void {
  if (amount >= smallest) return;
  const least = formatAmount(smallest, currency);
  throw invalidRequest(`Amount must be at least ${least}`, { code: "amount_too_small", param: "amount" });
}

/** The rule of a currency the platform settles, or Stripe's error. */
export function checkCurrency(currency: string): {
  step: number;
  smallestCharge: number;
  smallestPayout: number;
} {
  const rule = currencyRule(currency);
  if (rule !== undefined) return rule;
  throw invalidRequest(`Invalid currency: ${currency}. The sandbox's platform does not settle it.`, {
    param: "currency",
  });
}
