import { existsSync, readFileSync } from "node:fs";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCheckout, payableAccount, payByCard } from "./support/steps";
import { dayMs, startWorld, type World } from "./support/world";

/** Stripe's own example objects, which lie beside the project and are no part of it. */
const file = new URL("../../../../shared/data/stripe/fixtures3.json", import.meta.url);
const missing = !existsSync(file);

async function disputeOf(world: World): Promise<Stripe.Dispute> {
  const { stripe } = world;
  const charge = await payByCard(world, 5000, { token: "pm_card_createDispute" });
  const [dispute] = (await stripe.disputes.list({ charge: charge.id })).data;
  if (dispute === undefined) throw new Error("no dispute");
  return dispute;
}

async function mandateOf({ stripe }: World): Promise<Stripe.Mandate> {
  const intent = await stripe.setupIntents.create({
    allowed_payment_method_types: ["us_bank_account"],
    payment_method: "pm_usBankAccount_success",
    mandate_data: { customer_acceptance: { type: "offline" } },
    confirm: true,
  });
  return stripe.mandates.retrieve(String(intent.mandate));
}

/** Fields the examples have and the sandbox leaves out, with the reason. */
const leftOut: Record<string, string[]> = {
  // The example belongs to a customer; a connected account's has `account` instead.
  bank_account: ["customer"],
  // Sent when expanded, since 2022-11-15.
  charge: ["refunds"],
};

let world: World;
let objects: Record<string, object> = {};

beforeAll(async () => {
  world = await startWorld();
  const { stripe } = world;
  const payee = await payableAccount(world);
  const on = { stripeAccount: payee };
  const charge = await payByCard(world, 50_000, { token: "pm_card_bypassPending" });
  const transfer = await stripe.transfers.create({ amount: 9000, currency: "gbp", destination: payee });
  const endpoint = await stripe.webhookEndpoints.create({
    url: "http://127.0.0.1:9/",
    enabled_events: ["charge.succeeded"],
  });
  const { secret: _once, ...listed } = endpoint;
  objects = {
    account: await stripe.accounts.retrieve(payee),
    account_link: await stripe.accountLinks.create({
      account: payee,
      type: "account_onboarding",
      refresh_url: "http://localhost:9",
      return_url: "http://localhost:9",
    }),
    balance: await stripe.balance.retrieve(),
    balance_transaction: (await stripe.balanceTransactions.list({ limit: 1 })).data[0] ?? {},
    bank_account: (await stripe.accounts.listExternalAccounts(payee)).data[0] ?? {},
    capability: await stripe.accounts.retrieveCapability(payee, "transfers"),
    charge: await stripe.charges.retrieve(charge.id),
    "checkout.session": await openCheckout(world),
    customer: await stripe.customers.create({}),
    dispute: await disputeOf(world),
    event: (await stripe.events.list({ limit: 1 })).data[0] ?? {},
    login_link: await stripe.accounts.createLoginLink(payee),
    mandate: await mandateOf(world),
    payment_intent: await stripe.paymentIntents.retrieve(String(charge.payment_intent)),
    payment_method: await stripe.paymentMethods.retrieve(String(charge.payment_method)),
    payout: await stripe.payouts.create({ amount: 100, currency: "gbp" }, on),
    refund: await stripe.refunds.create({ charge: charge.id, amount: 100 }),
    setup_intent: await stripe.setupIntents.create({ payment_method: "pm_card_visa", confirm: true }),
    topup: await stripe.topups.create({ amount: 1000, currency: "gbp" }),
    transfer,
    transfer_reversal: await stripe.transfers.createReversal(transfer.id, { amount: 100 }),
    webhook_endpoint: listed,
  };
  await world.advance(dayMs);
});
afterAll(() => world.close());

describe.skipIf(missing)("compared with Stripe's example objects", () => {
  it.each([
    "account",
    "account_link",
    "balance",
    "balance_transaction",
    "bank_account",
    "capability",
    "charge",
    "checkout.session",
    "customer",
    "dispute",
    "event",
    "login_link",
    "mandate",
    "payment_intent",
    "payment_method",
    "payout",
    "refund",
    "setup_intent",
    "topup",
    "transfer",
    "transfer_reversal",
    "webhook_endpoint",
  ])("%s has every field of the example", (name) => {
    const { resources }: { resources: Record<string, object> } = JSON.parse(readFileSync(file, "utf8"));
    const example = Object.keys(resources[name] ?? {});
    expect(example.length).toBeGreaterThan(0);
    const lacking = example.filter((field) => !(field in (objects[name] ?? {})));
    expect(lacking.filter((field) => !(leftOut[name] ?? []).includes(field))).toEqual([]);
  });
});
