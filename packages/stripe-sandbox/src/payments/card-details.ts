import { createHash } from "node:crypto";
import type Stripe from "stripe";

export const noAddress: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** The same for the same card number, as Stripe's fingerprints are. */
export function fingerprintOf(number: string): string {
  return createHash("sha256").update(`card ${number}`).digest("hex").slice(0, 16);
}

/** The card part of a charge's `payment_method_details`. */
export function chargeCardDetails(
  method: Stripe.PaymentMethod,
  authorized: number,
  authenticated: boolean,
): Stripe.Charge.PaymentMethodDetails {
  const card = method.card;
  if (card === undefined) throw new Error(`${method.id} is no card`);
  return {
    card: {
      amount_authorized: authorized,
      authorization_code: null,
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: card.country,
      electronic_commerce_indicator: authenticated ? "05" : null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      extended_authorization: { status: "disabled" },
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      incremental_authorization: { status: "unavailable" },
      installments: null,
      last4: card.last4,
      mandate: null,
      multicapture: { status: "unavailable" },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: null,
      overcapture: { maximum_amount_capturable: authorized, status: "unavailable" },
      regulated_status: "unregulated",
      three_d_secure: authenticated ? threeDSecure : null,
      transaction_link_id: null,
      wallet: null,
    },
    type: "card",
  };
}

const threeDSecure: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: null,
  version: "2.2.0",
};
