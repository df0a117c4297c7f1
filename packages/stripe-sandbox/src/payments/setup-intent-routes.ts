import type Stripe from "stripe";
import { z } from "zod";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { flag, listParams, mergeMetadata, metadata, params, range, text, unsettable } from "../http/params";
import { type PathParts, route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { idOf, inRange, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { cancelSetup, confirmSetup, requireSetupStatus } from "./confirm-setup";
import { mandateData } from "./mandates";
import { automaticMethods, methodOptions, methodType } from "./method-types";
import { resolveMethod } from "./payment-methods";
import { buildSetupIntent } from "./setup-intent-object";

const confirmFields = {
  mandate_data: mandateData().optional(),
  payment_method: text().optional(),
  payment_method_options: methodOptions.optional(),
  return_url: text().optional(),
};

const created = params({
  ...confirmFields,
  allowed_payment_method_types: z.array(methodType).min(1).optional(),
  automatic_payment_methods: automaticMethods.optional(),
  confirm: flag().optional(),
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  payment_method_types: z.array(methodType).min(1).optional(),
  usage: z.enum(["off_session", "on_session"]).optional(),
});

const updated = params({
  customer: text().optional(),
  description: unsettable().optional(),
  metadata: metadata().optional(),
  payment_method: text().optional(),
});

function create(ctx: Context, input: z.output<typeof created>): Stripe.SetupIntent {
  if (input.customer !== undefined) objectFromParam(ctx, "customers", input.customer, "customer");
  const types = input.allowed_payment_method_types ?? input.payment_method_types;
  const automatic = input.automatic_payment_methods;
  const intent = saveObject(
    ctx,
    "setupIntents",
    buildSetupIntent(ctx, {
      allowedTypes: input.allowed_payment_method_types ?? null,
      automaticMethods:
        automatic === undefined && types !== undefined
          ? null
          : { enabled: automatic?.enabled ?? true, allow_redirects: automatic?.allow_redirects ?? "always" },
      customer: input.customer ?? null,
      description: input.description ?? null,
      metadata: mergeMetadata({}, input.metadata),
      methodTypes: types ?? ["card", "us_bank_account"],
      usage: input.usage ?? "off_session",
    }),
  );
  emit(ctx, "setup_intent.created", intent);
  if (input.confirm === true) return confirm(ctx, intent, input);
  return input.payment_method === undefined ? intent : chooseMethod(ctx, intent, input.payment_method);
}

function confirm(
  ctx: Context,
  intent: Stripe.SetupIntent,
  input: { [K in keyof typeof confirmFields]?: z.output<(typeof confirmFields)[K]> },
): Stripe.SetupIntent {
  const wanted = input.payment_method ?? idOf(intent.payment_method);
  if (wanted === null) {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      { code: "setup_intent_unexpected_state" },
    );
  }
  return confirmSetup(ctx, intent, {
    method: resolveMethod(ctx, wanted),
    returnUrl: input.return_url ?? null,
    mandate: { data: input.mandate_data },
  });
}

function chooseMethod(ctx: Context, intent: Stripe.SetupIntent, idOrToken: string): Stripe.SetupIntent {
  const method = resolveMethod(ctx, idOrToken);
  return saveObject(ctx, "setupIntents", {
    ...intent,
    payment_method: method.id,
    status: "requires_confirmation",
  });
}

function update(ctx: Context, input: z.output<typeof updated>, path: PathParts): Stripe.SetupIntent {
  const before = objectFromUrl(ctx, "setupIntents", path("id"), "intent");
  if (input.customer !== undefined) objectFromParam(ctx, "customers", input.customer, "customer");
  const intent = saveObject(ctx, "setupIntents", {
    ...before,
    customer: input.customer ?? before.customer,
    description: input.description === undefined ? before.description : input.description,
    metadata: mergeMetadata(before.metadata, input.metadata),
  });
  if (input.payment_method === undefined) return intent;
  requireSetupStatus(intent, ["requires_payment_method", "requires_confirmation"], "update");
  return chooseMethod(ctx, intent, input.payment_method);
}

const listed = listParams({
  created: range().optional(),
  customer: text().optional(),
  payment_method: text().optional(),
});
const canceled = params({
  cancellation_reason: z.enum(["abandoned", "duplicate", "requested_by_customer"]).optional(),
});

export const setupIntentRoutes = [
  route("POST", "/v1/setup_intents", created, create),
  route("GET", "/v1/setup_intents", listed, (ctx, input) =>
    listObjects(
      ctx,
      "setupIntents",
      "/v1/setup_intents",
      input,
      (intent) =>
        inRange(intent.created, input.created) &&
        (input.customer === undefined || intent.customer === input.customer) &&
        (input.payment_method === undefined || intent.payment_method === input.payment_method),
    ),
  ),
  route("GET", "/v1/setup_intents/:id", params({ client_secret: text().optional() }), (ctx, _input, path) =>
    objectFromUrl(ctx, "setupIntents", path("id"), "intent"),
  ),
  route("POST", "/v1/setup_intents/:id", updated, update),
  route("POST", "/v1/setup_intents/:id/confirm", params(confirmFields), (ctx, input, path) =>
    confirm(ctx, objectFromUrl(ctx, "setupIntents", path("id"), "intent"), input),
  ),
  route("POST", "/v1/setup_intents/:id/cancel", canceled, (ctx, input, path) =>
    cancelSetup(
      ctx,
      objectFromUrl(ctx, "setupIntents", path("id"), "intent"),
      input.cancellation_reason ?? null,
    ),
  ),
];
