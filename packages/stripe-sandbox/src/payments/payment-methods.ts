import type Stripe from "stripe";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { idOf, objectFromParam, saveObject } from "../state/objects";
import { createBankMethod } from "./bank-methods";
import { createCardMethod } from "./card-methods";
import { bankByToken, testRoutingNumber } from "./test-banks";
import { cardByToken } from "./test-cards";

/** The payment method a parameter names; a test token such as `pm_card_visa` makes a fresh one. */
export function resolveMethod(
  ctx: Context,
  idOrToken: string,
  param = "payment_method",
): Stripe.PaymentMethod {
  const bank = bankByToken(idOrToken);
  if (bank !== undefined) {
    return createBankMethod(ctx, {
      accountNumber: bank.number,
      routingNumber: testRoutingNumber,
      name: "Jenny Rosen",
    });
  }
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

/** Whether a parameter names a test token rather than a payment method there is. */
export function isToken(name: string): boolean {
  return cardByToken(name) !== undefined || bankByToken(name) !== undefined;
}

/** Keeps the method with the customer when the intent says it will be used again. */
export function rememberMethod(
  ctx: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): void {
  const customer = idOf(intent.customer);
  if (customer !== null && intent.setup_future_usage !== null) attachMethod(ctx, method, customer);
}

/** The customer has agreed to payments with this card while he is away. */
export function markSetUp(ctx: Context, method: Stripe.PaymentMethod): void {
  const row = ctx.store.get("cards", method.id);
  if (row !== undefined) ctx.store.put("cards", method.id, { ...row, setUp: true });
}
