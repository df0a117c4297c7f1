import type Stripe from "stripe";
import { z } from "zod";
import { clearTimer, day, setTimer } from "../clock/timers";
import { type Context, newId, newToken } from "../context";
import { emit } from "../events/emit";
import { listParams, mergeMetadata, metadata, params, text } from "../http/params";
import { type PathParts, route } from "../http/route";
import { invalidRequest, type StripeError } from "../http/stripe-error";
import {
  findObject,
  idOf,
  listObjects,
  objectFromParam,
  objectFromUrl,
  pageOf,
  saveObject,
} from "../state/objects";
import type { SessionPlanRow, WireLineItem } from "../state/tables";
import { buildSession } from "./checkout-object";
import { type LineItemInput, type SessionInput, sessionParams } from "./checkout-params";
import { cancelSetup } from "./confirm-setup";
import { checkAmount, checkCurrency } from "./intent-object";
import { type MethodType, methodTypesFor } from "./method-types";
import { buildSetupIntent } from "./setup-intent-object";

const shortestLife = 30 * 60;

function create(ctx: Context, input: SessionInput): Stripe.Checkout.Session {
  if (input.customer !== undefined && input.customer_email !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.");
  }
  if (input.customer !== undefined) objectFromParam(ctx, "customers", input.customer, "customer");
  for (const [param, url] of [
    ["success_url", input.success_url],
    ["cancel_url", input.cancel_url],
  ] as const) {
    if (url !== undefined) requireUrl(url, param);
  }
  const expiresAt = input.expires_at ?? ctx.now + day;
  if (expiresAt < ctx.now + shortestLife || expiresAt > ctx.now + day) {
    throw invalidRequest(
      "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
      {
        param: "expires_at",
      },
    );
  }
  const session =
    input.mode === "setup" ? newSetup(ctx, input, expiresAt) : newPayment(ctx, input, expiresAt);
  setTimer(ctx, "session_expiry", session.id, expiresAt);
  return saveObject(ctx, "checkoutSessions", session);
}

function newPayment(ctx: Context, input: SessionInput, expiresAt: number): Stripe.Checkout.Session {
  if (input.setup_intent_data !== undefined) throw notInMode("setup_intent_data", "payment");
  if (input.line_items === undefined) {
    throw invalidRequest("Missing required param: line_items.", {
      code: "parameter_missing",
      param: "line_items",
    });
  }
  const lineItems = input.line_items.map((item) => buildLineItem(ctx, item));
  const total = totalOf(lineItems);
  const methodTypes = methodTypesFor(typesNamed(input), total.currency);
  const session = buildSession(ctx, input, { ...total, expiresAt, methodTypes, setupIntent: null });
  ctx.store.put("sessionPlans", session.id, planOf(lineItems, input));
  return session;
}

/** A session that saves a card or bank account; its setup intent is there from the start. */
function newSetup(ctx: Context, input: SessionInput, expiresAt: number): Stripe.Checkout.Session {
  if (input.line_items !== undefined) throw notInMode("line_items", "setup");
  if (input.payment_intent_data !== undefined) throw notInMode("payment_intent_data", "setup");
  const currency = input.currency ?? null;
  if (currency !== null) checkCurrency(currency);
  const methodTypes = methodTypesFor(typesNamed(input), currency);
  const intent = saveObject(
    ctx,
    "setupIntents",
    buildSetupIntent(ctx, {
      allowedTypes: null,
      automaticMethods: null,
      customer: input.customer ?? null,
      description: input.setup_intent_data?.description ?? null,
      metadata: mergeMetadata({}, input.setup_intent_data?.metadata),
      methodTypes,
      usage: "off_session",
    }),
  );
  emit(ctx, "setup_intent.created", intent);
  return buildSession(ctx, input, { amount: null, currency, expiresAt, methodTypes, setupIntent: intent.id });
}

function typesNamed(input: SessionInput): MethodType[] | undefined {
  return input.allowed_payment_method_types ?? input.payment_method_types;
}

function notInMode(param: string, mode: string): StripeError {
  return invalidRequest(`You can not pass \`${param}\` in \`${mode}\` mode.`, { param });
}

function planOf(lineItems: WireLineItem[], input: SessionInput): SessionPlanRow {
  const data = input.payment_intent_data;
  return {
    lineItems,
    intent: {
      captureMethod: data?.capture_method ?? "automatic_async",
      description: data?.description ?? null,
      metadata: mergeMetadata({}, data?.metadata),
      receiptEmail: data?.receipt_email ?? null,
      setupFutureUsage: data?.setup_future_usage ?? null,
      statementDescriptor: data?.statement_descriptor ?? null,
      statementDescriptorSuffix: data?.statement_descriptor_suffix ?? null,
      transferGroup: data?.transfer_group ?? null,
    },
  };
}

function totalOf(items: WireLineItem[]): { amount: number; currency: string } {
  const currencies = new Set(items.map((item) => item.currency));
  const [first] = currencies;
  if (first === undefined || currencies.size > 1) {
    throw invalidRequest("All line items must have the same currency.", { param: "line_items" });
  }
  const sum = items.reduce((total, item) => total + item.amount_total, 0);
  checkAmount(sum, first);
  return { amount: sum, currency: first };
}

function buildLineItem(ctx: Context, item: LineItemInput): WireLineItem {
  const { price_data: data, quantity = 1 } = item;
  checkCurrency(data.currency);
  const total = data.unit_amount * quantity;
  return {
    id: newId(ctx, "li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: data.currency,
    description: data.product_data.name,
    metadata: {},
    price: {
      id: newId(ctx, "price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created: ctx.now,
      currency: data.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: `prod_${newToken(ctx, "prod", 14)}`,
      recurring: null,
      tax_behavior: "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount: data.unit_amount,
      unit_amount_decimal: String(data.unit_amount),
    },
    quantity,
  };
}

function requireUrl(url: string, param: string): void {
  const parsed = URL.canParse(url.replace("{CHECKOUT_SESSION_ID}", "id")) ? new URL(url) : null;
  if (parsed !== null && (parsed.protocol === "https:" || parsed.protocol === "http:")) return;
  throw invalidRequest("Not a valid URL", { code: "url_invalid", param });
}

/** Closes an open session for good; used by the API and by the clock. */
export function expireSession(ctx: Context, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  if (session.status !== "open") {
    const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`;
    throw invalidRequest(message);
  }
  clearTimer(ctx, "session_expiry", session.id);
  const expired = saveObject(ctx, "checkoutSessions", { ...session, status: "expired", url: null });
  emit(ctx, "checkout.session.expired", expired);
  const setup = findObject(ctx, "setupIntents", idOf(session.setup_intent) ?? "");
  if (setup !== undefined) cancelSetup(ctx, setup, "abandoned");
  return expired;
}

const listed = listParams({
  customer: text().optional(),
  payment_intent: text().optional(),
  status: z.enum(["complete", "expired", "open"]).optional(),
});

function lineItems(ctx: Context, input: z.output<typeof itemsListed>, path: PathParts) {
  const { id } = objectFromUrl(ctx, "checkoutSessions", path("id"), "session");
  const items = ctx.store.get("sessionPlans", id)?.lineItems ?? [];
  return pageOf(items, `/v1/checkout/sessions/${id}/line_items`, input, "item");
}
const itemsListed = listParams({});

export const checkoutRoutes = [
  route("POST", "/v1/checkout/sessions", sessionParams, create),
  route("GET", "/v1/checkout/sessions", listed, (ctx, input) =>
    listObjects(
      ctx,
      "checkoutSessions",
      "/v1/checkout/sessions",
      input,
      (session) =>
        (input.customer === undefined || session.customer === input.customer) &&
        (input.payment_intent === undefined || session.payment_intent === input.payment_intent) &&
        (input.status === undefined || session.status === input.status),
    ),
  ),
  route("GET", "/v1/checkout/sessions/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "checkoutSessions", path("id"), "session"),
  ),
  route("GET", "/v1/checkout/sessions/:id/line_items", itemsListed, lineItems),
  route(
    "POST",
    "/v1/checkout/sessions/:id",
    params({ metadata: metadata().optional() }),
    (ctx, input, path) => {
      const before = objectFromUrl(ctx, "checkoutSessions", path("id"), "session");
      return saveObject(ctx, "checkoutSessions", {
        ...before,
        metadata: mergeMetadata(before.metadata, input.metadata),
      });
    },
  ),
  route("POST", "/v1/checkout/sessions/:id/expire", params({}), (ctx, _input, path) =>
    expireSession(ctx, objectFromUrl(ctx, "checkoutSessions", path("id"), "session")),
  ),
];
