import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { integer, listParams, mergeMetadata, metadata, params, text, unsettable } from "../http/params";
import { route } from "../http/route";
import { invalidRequest, resourceMissing, StripeError } from "../http/stripe-error";
import { findObject, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { fingerprintOf, noAddress } from "./card-details";
import { cardByNumber, cardByToken, passesLuhn, type TestCard } from "./test-cards";

const billing = z.strictObject({
  email: unsettable().optional(),
  name: unsettable().optional(),
  phone: unsettable().optional(),
});

export interface CardInput {
  number: string;
  expMonth: number;
  expYear: number;
  email?: string | null;
  name?: string | null;
}

/** Makes a card payment method; an unknown number is refused the way a real card is in test mode. */
export function createCardMethod(ctx: Context, input: CardInput): Stripe.PaymentMethod {
  if (!passesLuhn(input.number)) throw cardError("incorrect_number", "Your card number is incorrect.");
  const known = cardByNumber(input.number);
  if (known === undefined) {
    throw cardError("card_declined", "Your card was declined. The sandbox only knows Stripe's test cards.");
  }
  if (isPast(ctx, input)) throw cardError("expired_card", "Your card's expiration year is invalid.");
  const method = buildMethod(newId(ctx, "pm"), ctx.now, known, input);
  ctx.store.put("cards", method.id, { number: known.number });
  return saveObject(ctx, "paymentMethods", method);
}

/** The payment method a parameter names; a test token such as `pm_card_visa` makes a fresh one. */
export function resolveMethod(
  ctx: Context,
  idOrToken: string,
  param = "payment_method",
): Stripe.PaymentMethod {
  const known = cardByToken(idOrToken);
  if (known === undefined) return objectFromParam(ctx, "paymentMethods", idOrToken, param);
  const year = new Date(ctx.now * 1000).getUTCFullYear() + 4;
  return createCardMethod(ctx, { number: known.number, expMonth: 12, expYear: year });
}

/** Binds a method to a customer; a method belongs to one customer at most. */
export function attachMethod(
  ctx: Context,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  if (method.customer === customer) return method;
  if (method.customer !== null) {
    throw invalidRequest("The payment method you provided has already been attached to a customer.", {
      code: "payment_method_unexpected_state",
    });
  }
  const attached = saveObject(ctx, "paymentMethods", { ...method, customer });
  emit(ctx, "payment_method.attached", attached);
  return attached;
}

function buildMethod(id: string, now: number, known: TestCard, input: CardInput): Stripe.PaymentMethod {
  return {
    id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: noAddress,
      email: input.email ?? null,
      name: input.name ?? null,
      phone: null,
      tax_id: null,
    },
    card: {
      brand: known.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: known.country,
      display_brand: known.brand,
      exp_month: input.expMonth,
      exp_year: input.expYear,
      fingerprint: fingerprintOf(known.number),
      funding: known.funding,
      generated_from: null,
      last4: known.number.slice(-4),
      networks: { available: [known.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  };
}

function isPast(ctx: Context, input: CardInput): boolean {
  return Date.UTC(input.expYear, input.expMonth, 1) / 1000 <= ctx.now;
}

function cardError(code: string, message: string): StripeError {
  return new StripeError(402, { type: "card_error", code, message, param: "number" });
}

const createParams = params({
  type: z.enum(["card"]),
  card: z.strictObject({
    number: text().transform((value) => value.replace(/[\s-]/g, "")),
    exp_month: integer(1, 12),
    exp_year: integer(1970, 2100),
    cvc: text().optional(),
  }),
  billing_details: billing.optional(),
  metadata: metadata().optional(),
});

export const paymentMethodRoutes = [
  route("POST", "/v1/payment_methods", createParams, (ctx, input) => {
    const created = createCardMethod(ctx, {
      number: input.card.number,
      expMonth: input.card.exp_month,
      expYear: input.card.exp_year,
      email: input.billing_details?.email ?? null,
      name: input.billing_details?.name ?? null,
    });
    return saveObject(ctx, "paymentMethods", { ...created, metadata: mergeMetadata({}, input.metadata) });
  }),
  route(
    "GET",
    "/v1/payment_methods",
    listParams({ customer: text().optional(), type: text().optional() }),
    (ctx, input) =>
      listObjects(
        ctx,
        "paymentMethods",
        "/v1/payment_methods",
        input,
        (method) =>
          (input.customer === undefined ? method.customer !== null : method.customer === input.customer) &&
          (input.type === undefined || method.type === input.type),
      ),
  ),
  route("GET", "/v1/payment_methods/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "paymentMethods", path("id"), "payment_method"),
  ),
  route(
    "POST",
    "/v1/payment_methods/:id",
    params({ metadata: metadata().optional() }),
    (ctx, input, path) => {
      const method = objectFromUrl(ctx, "paymentMethods", path("id"), "payment_method");
      return saveObject(ctx, "paymentMethods", {
        ...method,
        metadata: mergeMetadata(method.metadata, input.metadata),
      });
    },
  ),
  route("POST", "/v1/payment_methods/:id/attach", params({ customer: text() }), (ctx, input, path) => {
    objectFromParam(ctx, "customers", input.customer, "customer");
    const method = findObject(ctx, "paymentMethods", path("id")) ?? methodFromToken(ctx, path("id"));
    return attachMethod(ctx, method, input.customer);
  }),
  route("POST", "/v1/payment_methods/:id/detach", params({}), (ctx, _input, path) => {
    const method = objectFromUrl(ctx, "paymentMethods", path("id"), "payment_method");
    if (method.customer === null) {
      throw invalidRequest("The payment method you provided is not attached to a customer.", {
        code: "payment_method_unexpected_state",
      });
    }
    const detached = saveObject(ctx, "paymentMethods", { ...method, customer: null });
    emit(ctx, "payment_method.detached", detached, method);
    return detached;
  }),
  route(
    "GET",
    "/v1/customers/:customer/payment_methods",
    listParams({ type: text().optional() }),
    (ctx, input, path) => {
      const customer = objectFromUrl(ctx, "customers", path("customer"), "customer").id;
      const url = `/v1/customers/${customer}/payment_methods`;
      return listObjects(ctx, "paymentMethods", url, input, (method) => method.customer === customer);
    },
  ),
];

function methodFromToken(ctx: Context, token: string): Stripe.PaymentMethod {
  if (cardByToken(token) === undefined) throw resourceMissing("PaymentMethod", token, "payment_method", true);
  return resolveMethod(ctx, token);
}
