import type Stripe from "stripe";
import { type Context, newId } from "../context";
import { StripeError } from "../http/stripe-error";
import { saveObject } from "../state/objects";
import { fingerprintOf, noAddress } from "./card-details";
import { cardByNumber, passesLuhn, type TestCard } from "./test-cards";

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
