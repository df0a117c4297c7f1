import type Stripe from "stripe";
import { z } from "zod";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { integer, listParams, mergeMetadata, metadata, params, text, unsettable } from "../http/params";
import { route } from "../http/route";
import { invalidRequest, resourceMissing, type StripeError } from "../http/stripe-error";
import { findObject, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { createBankMethod } from "./bank-methods";
import { createCardMethod } from "./card-methods";
import { endMandates } from "./mandates";
import { attachMethod, isToken, resolveMethod } from "./payment-methods";

const billing = z.strictObject({
  email: unsettable().optional(),
  name: unsettable().optional(),
  phone: unsettable().optional(),
});

const created = params({
  type: z.enum(["card", "us_bank_account"]),
  card: z
    .strictObject({
      number: text().transform((value) => value.replace(/[\s-]/g, "")),
      exp_month: integer(1, 12),
      exp_year: integer(1970, 2100),
      cvc: text().optional(),
    })
    .optional(),
  us_bank_account: z
    .strictObject({
      account_holder_type: z.enum(["company", "individual"]).optional(),
      account_number: text(),
      account_type: z.enum(["checking", "savings"]).optional(),
      routing_number: text(),
    })
    .optional(),
  billing_details: billing.optional(),
  metadata: metadata().optional(),
});

function create(ctx: Context, input: z.output<typeof created>): Stripe.PaymentMethod {
  const method = input.type === "card" ? newCard(ctx, input) : newBankAccount(ctx, input);
  return saveObject(ctx, "paymentMethods", { ...method, metadata: mergeMetadata({}, input.metadata) });
}

function newCard(ctx: Context, { card, billing_details: payer }: z.output<typeof created>) {
  if (card === undefined) throw missing("card");
  return createCardMethod(ctx, {
    number: card.number,
    expMonth: card.exp_month,
    expYear: card.exp_year,
    email: payer?.email ?? null,
    name: payer?.name ?? null,
  });
}

function newBankAccount(
  ctx: Context,
  { us_bank_account: bank, billing_details: payer }: z.output<typeof created>,
): Stripe.PaymentMethod {
  if (bank === undefined) throw missing("us_bank_account");
  if (payer?.name === undefined || payer.name === null) throw missing("billing_details[name]");
  return createBankMethod(ctx, {
    accountNumber: bank.account_number,
    routingNumber: bank.routing_number,
    holderType: bank.account_holder_type ?? "individual",
    accountType: bank.account_type ?? "checking",
    email: payer.email ?? null,
    name: payer.name,
  });
}

function missing(param: string): StripeError {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}

export const paymentMethodRoutes = [
  route("POST", "/v1/payment_methods", created, create),
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
    endMandates(ctx, method.id);
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
      return listObjects(
        ctx,
        "paymentMethods",
        url,
        input,
        (method) => method.customer === customer && (input.type === undefined || method.type === input.type),
      );
    },
  ),
  route("GET", "/v1/customers/:customer/payment_methods/:id", params({}), (ctx, _input, path) => {
    const customer = objectFromUrl(ctx, "customers", path("customer"), "customer").id;
    const method = objectFromUrl(ctx, "paymentMethods", path("id"), "payment_method");
    if (method.customer === customer) return method;
    throw resourceMissing("PaymentMethod", method.id, "payment_method", true);
  }),
];

function methodFromToken(ctx: Context, token: string): Stripe.PaymentMethod {
  if (!isToken(token)) throw resourceMissing("PaymentMethod", token, "payment_method", true);
  return resolveMethod(ctx, token);
}
