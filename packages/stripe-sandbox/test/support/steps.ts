import type Stripe from "stripe";
import type { World } from "./world";

/** Opens a Checkout Session for one item. Amounts in minor units. */
export function openCheckout(
  { stripe }: World,
  options: {
    amount?: number;
    currency?: string;
    group?: string;
    creation?: "always";
    types?: ("card" | "us_bank_account")[];
  } = {},
): Promise<Stripe.Checkout.Session> {
  const { amount = 50_000, currency = "gbp", group, creation, types } = options;
  return stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://localhost:9/paid?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://localhost:9/canceled",
    line_items: [
      { quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name: "Milestone 1" } } },
    ],
    ...(types === undefined ? {} : { allowed_payment_method_types: types }),
    ...(creation === undefined ? {} : { customer_creation: creation }),
    payment_intent_data: {
      metadata: { milestone: "m1" },
      ...(group === undefined ? {} : { transfer_group: group }),
    },
  });
}

export const card = (number = "4242424242424242") => ({
  email: "buyer@example.com",
  number,
  exp: "12/34",
  cvc: "123",
  name: "B. Uyer",
});

/** The fields of a bank debit on the hosted page. */
export const bankAccount = (number = "000123456789") => ({
  email: "buyer@example.com",
  name: "Gasthaus Group",
  routing_number: "110000000",
  account_number: number,
});

/** Pays at once through the API and returns the charge with its balance transaction. */
export async function payByCard(
  { stripe }: World,
  amount: number,
  options: { token?: string; currency?: string } = {},
): Promise<Stripe.Charge> {
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: options.currency ?? "gbp",
    payment_method: options.token ?? "pm_card_visa",
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    expand: ["latest_charge.balance_transaction"],
  });
  if (typeof intent.latest_charge !== "object" || intent.latest_charge === null)
    throw new Error("not expanded");
  return intent.latest_charge;
}

/** A connected account that has not been onboarded. */
export function newAccount({ stripe }: World, country = "GB"): Promise<Stripe.Account> {
  return stripe.accounts.create({
    country,
    email: "payee@example.com",
    controller: {
      fees: { payer: "application" },
      losses: { payments: "application" },
      stripe_dashboard: { type: "express" },
    },
    capabilities: { transfers: { requested: true } },
    metadata: { producer: "p1" },
  });
}

export const onboardingFields = {
  business_type: "individual",
  first_name: "Ada",
  last_name: "Lovelace",
  dob: "1990-12-10",
  line1: "12 St James's Square",
  city: "London",
  postal_code: "SW1Y 4JH",
  account_number: "GB82 WEST 1234 5698 7654 32",
  tos: "yes",
  action: "submit",
};

export async function onboardingUrl({ stripe }: World, account: string): Promise<string> {
  const link = await stripe.accountLinks.create({
    account,
    type: "account_onboarding",
    refresh_url: "http://localhost:9/refresh",
    return_url: "http://localhost:9/return",
  });
  return link.url;
}

/** A connected account that is ready to be paid, onboarded on the hosted page. */
export async function payableAccount(
  world: World,
  fields: Record<string, string> = {},
  country = "GB",
): Promise<string> {
  const account = await newAccount(world, country);
  const answer = await world.form(await onboardingUrl(world, account.id), { ...onboardingFields, ...fields });
  if (answer.status !== 303) throw new Error(await answer.text());
  return account.id;
}
