import type Stripe from "stripe";
import { z } from "zod";
import type { Context } from "../context";
import { emit } from "../events/emit";
import {
  amount,
  currency,
  flag,
  integer,
  largestAmount,
  listParams,
  mergeMetadata,
  metadata,
  params,
  range,
  text,
  unsettable,
} from "../http/params";
import { type PathParts, route } from "../http/route";
import { invalidParameter, invalidRequest } from "../http/stripe-error";
import { idOf, inRange, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { captureCharge, latestCharge, releaseCharge } from "./charges";
import { confirmIntent, outcomeOf, requireStatus } from "./confirm";
import { buildIntent, checkAmount, type IntentFields } from "./intent-object";
import { mandateData } from "./mandates";
import { automaticMethods, methodOptions, methodType, methodTypesFor } from "./method-types";
import { openDispute } from "./open-dispute";
import { resolveMethod } from "./payment-methods";
import { shipping, shippingObject } from "./shipping";

/** Named `payment_method_types` in older versions of the API; both are taken. */
const methodTypes = z.array(methodType).min(1);
const usage = z.enum(["off_session", "on_session"]);

const confirmFields = {
  error_on_requires_action: flag().optional(),
  mandate: text().optional(),
  mandate_data: mandateData().optional(),
  off_session: z.union([flag(), z.enum(["one_off", "recurring"]).transform(() => true)]).optional(),
  payment_method: text().optional(),
  payment_method_options: methodOptions.optional(),
  return_url: text().optional(),
};

const created = params({
  ...confirmFields,
  allowed_payment_method_types: methodTypes.optional(),
  amount: amount(),
  automatic_payment_methods: automaticMethods.optional(),
  capture_method: z.enum(["automatic", "automatic_async", "manual"]).optional(),
  confirm: flag().optional(),
  confirmation_method: z.enum(["automatic"]).optional(),
  currency: currency(),
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  payment_method_types: methodTypes.optional(),
  receipt_email: text().optional(),
  setup_future_usage: usage.optional(),
  shipping: shipping().optional(),
  statement_descriptor: text().optional(),
  statement_descriptor_suffix: text().optional(),
  transfer_group: text().optional(),
});

const updated = params({
  amount: amount().optional(),
  customer: text().optional(),
  description: unsettable().optional(),
  metadata: metadata().optional(),
  payment_method: unsettable().optional(),
  receipt_email: unsettable().optional(),
  transfer_group: unsettable().optional(),
});

const listed = listParams({ created: range().optional(), customer: text().optional() });

const captured = params({
  amount_to_capture: integer(1, largestAmount).optional(),
  metadata: metadata().optional(),
});

const canceled = params({
  cancellation_reason: z.enum(["abandoned", "duplicate", "fraudulent", "requested_by_customer"]).optional(),
});

function create(ctx: Context, input: z.output<typeof created>): Stripe.PaymentIntent {
  if (input.confirm !== true && (input.off_session !== undefined || input.return_url !== undefined)) {
    const param = input.off_session === undefined ? "return_url" : "off_session";
    throw invalidRequest(`The parameter ${param} can only be used with confirm=true.`, { param });
  }
  if (input.customer !== undefined) objectFromParam(ctx, "customers", input.customer, "customer");
  const intent = saveObject(ctx, "paymentIntents", buildIntent(ctx, fieldsOf(input)));
  emit(ctx, "payment_intent.created", intent);
  if (input.confirm === true) return confirm(ctx, intent, input);
  return input.payment_method === undefined ? intent : chooseMethod(ctx, intent, input.payment_method);
}

function fieldsOf(input: z.output<typeof created>): IntentFields {
  const types = input.allowed_payment_method_types ?? input.payment_method_types;
  return {
    allowedTypes: input.allowed_payment_method_types ?? null,
    amount: input.amount,
    currency: input.currency,
    automaticMethods: offered(input.automatic_payment_methods, types !== undefined),
    captureMethod: input.capture_method ?? "automatic_async",
    customer: input.customer ?? null,
    description: input.description ?? null,
    metadata: mergeMetadata({}, input.metadata),
    methodTypes: methodTypesFor(types, input.currency),
    receiptEmail: input.receipt_email ?? null,
    setupFutureUsage: input.setup_future_usage ?? null,
    shipping: input.shipping === undefined ? null : shippingObject(input.shipping),
    statementDescriptor: input.statement_descriptor ?? null,
    statementDescriptorSuffix: input.statement_descriptor_suffix ?? null,
    transferGroup: input.transfer_group ?? null,
  };
}

/** Without explicit types Stripe offers whatever fits the currency. */
function offered(
  asked: z.output<typeof automaticMethods> | undefined,
  typesGiven: boolean,
): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  if (asked === undefined) return typesGiven ? null : { enabled: true, allow_redirects: "always" };
  return { enabled: asked.enabled, allow_redirects: asked.allow_redirects ?? "always" };
}

function confirm(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  input: { [K in keyof typeof confirmFields]?: z.output<(typeof confirmFields)[K]> },
): Stripe.PaymentIntent {
  const wanted = input.payment_method ?? idOf(intent.payment_method);
  if (wanted === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.",
      { code: "payment_intent_unexpected_state" },
    );
  }
  return confirmIntent(ctx, intent, {
    method: resolveMethod(ctx, wanted),
    offSession: input.off_session ?? false,
    returnUrl: input.return_url ?? null,
    errorOnRequiresAction: input.error_on_requires_action ?? false,
    mandate: { data: input.mandate_data, id: input.mandate },
  });
}

function chooseMethod(ctx: Context, intent: Stripe.PaymentIntent, idOrToken: string): Stripe.PaymentIntent {
  const method = resolveMethod(ctx, idOrToken);
  return saveObject(ctx, "paymentIntents", {
    ...intent,
    payment_method: method.id,
    status: "requires_confirmation",
  });
}

function update(ctx: Context, input: z.output<typeof updated>, path: PathParts): Stripe.PaymentIntent {
  const before = objectFromUrl(ctx, "paymentIntents", path("id"), "intent");
  const touchesMoney = input.amount !== undefined || input.payment_method !== undefined;
  if (touchesMoney) {
    requireStatus(before, ["requires_payment_method", "requires_confirmation", "requires_action"], "update");
  }
  if (input.amount !== undefined) checkAmount(input.amount, before.currency);
  if (input.customer !== undefined) objectFromParam(ctx, "customers", input.customer, "customer");
  const intent = saveObject(ctx, "paymentIntents", {
    ...before,
    amount: input.amount ?? before.amount,
    customer: input.customer ?? before.customer,
    description: input.description === undefined ? before.description : input.description,
    metadata: mergeMetadata(before.metadata, input.metadata),
    receipt_email: input.receipt_email === undefined ? before.receipt_email : input.receipt_email,
    transfer_group: input.transfer_group === undefined ? before.transfer_group : input.transfer_group,
  });
  const method = input.payment_method;
  return method === undefined || method === null ? intent : chooseMethod(ctx, intent, method);
}

function capture(ctx: Context, input: z.output<typeof captured>, path: PathParts): Stripe.PaymentIntent {
  const intent = objectFromUrl(ctx, "paymentIntents", path("id"), "intent");
  requireStatus(intent, ["requires_capture"], "capture");
  const wanted = input.amount_to_capture ?? intent.amount_capturable;
  if (wanted > intent.amount_capturable) {
    const message = `The amount to capture (${wanted}) is more than what is capturable (${intent.amount_capturable}).`;
    throw invalidParameter(message, "amount_too_large", "amount_to_capture");
  }
  const charge = latestCharge(ctx, intent);
  const outcome = outcomeOf(ctx, resolveMethod(ctx, charge.payment_method ?? ""));
  const paying = outcome.kind === "asks" ? outcome.then : outcome;
  const taken = captureCharge(ctx, charge, wanted, paying.kind === "pays" && paying.bypassPending === true);
  const done = saveObject(ctx, "paymentIntents", {
    ...intent,
    amount_capturable: 0,
    amount_received: wanted,
    metadata: mergeMetadata(intent.metadata, input.metadata),
    status: "succeeded",
  });
  emit(ctx, "payment_intent.succeeded", done);
  if (paying.kind === "pays" && paying.disputed !== undefined) openDispute(ctx, taken, paying.disputed);
  return done;
}

const cancelable = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
];

function cancel(ctx: Context, input: z.output<typeof canceled>, path: PathParts): Stripe.PaymentIntent {
  const intent = objectFromUrl(ctx, "paymentIntents", path("id"), "intent");
  requireStatus(intent, cancelable, "cancel");
  if (intent.status === "requires_capture") releaseCharge(ctx, latestCharge(ctx, intent));
  const done = saveObject(ctx, "paymentIntents", {
    ...intent,
    amount_capturable: 0,
    canceled_at: ctx.now,
    cancellation_reason: input.cancellation_reason ?? null,
    next_action: null,
    status: "canceled",
  });
  emit(ctx, "payment_intent.canceled", done);
  return done;
}

export const paymentIntentRoutes = [
  route("POST", "/v1/payment_intents", created, create),
  route("GET", "/v1/payment_intents", listed, (ctx, input) =>
    listObjects(
      ctx,
      "paymentIntents",
      "/v1/payment_intents",
      input,
      (intent) =>
        inRange(intent.created, input.created) &&
        (input.customer === undefined || intent.customer === input.customer),
    ),
  ),
  route("GET", "/v1/payment_intents/:id", params({ client_secret: text().optional() }), (ctx, _input, path) =>
    objectFromUrl(ctx, "paymentIntents", path("id"), "intent"),
  ),
  route("POST", "/v1/payment_intents/:id", updated, update),
  route("POST", "/v1/payment_intents/:id/confirm", params(confirmFields), (ctx, input, path) =>
    confirm(ctx, objectFromUrl(ctx, "paymentIntents", path("id"), "intent"), input),
  ),
  route("POST", "/v1/payment_intents/:id/capture", captured, capture),
  route("POST", "/v1/payment_intents/:id/cancel", canceled, cancel),
];
