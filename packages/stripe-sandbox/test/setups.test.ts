import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idOf } from "../src/state/objects";
import { bankAccount, card } from "./support/steps";
import { dayMs, startWorld, type World } from "./support/world";

let world: World;
let customer: string;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
});
beforeEach(async () => {
  customer = (await world.stripe.customers.create({ name: "Gasthaus Group" })).id;
  world.received.length = 0;
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  await world.close();
});

function openSetup(
  types: ("card" | "us_bank_account")[],
  more: Partial<Stripe.Checkout.SessionCreateParams> = { customer },
) {
  return world.stripe.checkout.sessions.create({
    mode: "setup",
    success_url: "http://localhost:9/saved?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://localhost:9/canceled",
    allowed_payment_method_types: types,
    setup_intent_data: { metadata: { organization: "o1" } },
    ...more,
  });
}

/** Charges a saved method while the customer is away. */
function charge(method: string, currency = "usd", amount = 5000) {
  return world.stripe.paymentIntents.create({
    amount,
    currency,
    customer,
    payment_method: method,
    off_session: true,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
}

/** The method a setup session has saved. */
async function saved(session: Stripe.Checkout.Session): Promise<Stripe.PaymentMethod> {
  const done = await world.stripe.checkout.sessions.retrieve(session.id, {
    expand: ["setup_intent.payment_method"],
  });
  const intent = done.setup_intent;
  if (typeof intent !== "object" || intent === null) throw new Error("not expanded");
  expect(intent).toMatchObject({ status: "succeeded", customer, metadata: { organization: "o1" } });
  const method = intent.payment_method;
  if (typeof method !== "object" || method === null) throw new Error("nothing saved");
  return method;
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("a setup session", () => {
  it("saves a card, charges nothing, and lets the platform charge it later without the customer", async () => {
    const session = await openSetup(["card"]);
    expect(session).toMatchObject({
      amount_total: null,
      payment_status: "no_payment_required",
      mode: "setup",
    });
    expect(await (await fetch(session.url ?? "")).text()).toContain("Nothing is charged now.");
    const answer = await world.form(session.url ?? "", card());
    expect(answer.headers.get("location")).toBe(`http://localhost:9/saved?session=${session.id}`);
    const method = await saved(session);
    expect(method).toMatchObject({ type: "card", customer, card: { last4: "4242" } });
    const listed = await world.stripe.customers.listPaymentMethods(customer);
    expect(listed.data.map((one) => one.id)).toEqual([method.id]);
    expect((await charge(method.id)).status).toBe("succeeded");
    expect(await (await fetch(session.url ?? "")).text()).toContain("Already saved");
    const told = (await world.stripe.events.list({ limit: 20 })).data.map((event) => event.type).reverse();
    const from = told.indexOf("setup_intent.created");
    expect(told.slice(from, from + 4)).toEqual([
      "setup_intent.created",
      "payment_method.attached",
      "setup_intent.succeeded",
      "checkout.session.completed",
    ]);
  });

  it("saves a bank account with a mandate, under which it is debited later", async () => {
    const session = await openSetup(["us_bank_account"]);
    await world.form(session.url ?? "", bankAccount());
    const method = await saved(session);
    const intent = await world.stripe.setupIntents.retrieve(String(session.setup_intent), {
      expand: ["mandate"],
    });
    expect(intent.mandate).toMatchObject({ status: "active", payment_method: method.id });
    const debited = await charge(method.id);
    expect(debited.status).toBe("processing");
    await world.advance(2 * dayMs);
    expect((await world.stripe.paymentIntents.retrieve(debited.id)).status).toBe("succeeded");
    await world.stripe.paymentMethods.detach(method.id);
    expect(await world.stripe.mandates.retrieve(idOf(intent.mandate) ?? "")).toMatchObject({
      status: "inactive",
    });
    expect((await world.stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
  });

  it("asks for 3-D Secure once where the card wants it once, and goes back to the form when it fails", async () => {
    const session = await openSetup(["card"]);
    const url = session.url ?? "";
    const asked = await world.form(url, card("4000002500003155"));
    expect(asked.headers.get("location")).toBe(`/c/pay/${session.id}/challenge`);
    expect(await (await fetch(`${url}/challenge`)).text()).toContain("when you are not there");
    const failed = await world.form(`${url}/challenge`, { action: "fail" });
    expect(failed.status).toBe(402);
    expect(await world.stripe.setupIntents.retrieve(String(session.setup_intent))).toMatchObject({
      status: "requires_payment_method",
      last_setup_error: { code: "setup_intent_authentication_failure" },
    });
    await world.form(url, card("4000002500003155"));
    expect((await world.form(`${url}/challenge`, { action: "complete" })).status).toBe(303);
    expect((await charge((await saved(session)).id)).status).toBe("succeeded");
  });

  it("says why a card cannot be saved, and saves one that declines only when it is charged", async () => {
    const session = await openSetup(["card"]);
    const declined = await world.form(session.url ?? "", card("4000000000009995"));
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("insufficient funds");
    expect((await world.form(session.url ?? "", card("4000000000000341"))).status).toBe(303);
    const method = await saved(session);
    expect(await failureOf(charge(method.id))).toMatchObject({
      code: "card_declined",
      payment_intent: { status: "requires_payment_method", last_payment_error: { code: "card_declined" } },
    });
  });

  it("makes the customer when it is told to, and cancels its intent when it expires", async () => {
    const session = await openSetup(["card"], { customer_creation: "always" });
    await world.form(session.url ?? "", card());
    const done = await world.stripe.checkout.sessions.retrieve(session.id);
    const made = String(done.customer);
    expect((await world.stripe.customers.listPaymentMethods(made)).data).toHaveLength(1);
    const abandoned = await openSetup(["card"]);
    await world.stripe.checkout.sessions.expire(abandoned.id);
    expect((await world.stripe.setupIntents.retrieve(String(abandoned.setup_intent))).status).toBe(
      "canceled",
    );
  });

  it("refuses what belongs to a payment, and a payment without anything to pay", async () => {
    const line = {
      quantity: 1,
      price_data: { currency: "usd", unit_amount: 100, product_data: { name: "x" } },
    };
    await expect(openSetup(["card"], { customer, line_items: [line] })).rejects.toMatchObject({
      param: "line_items",
    });
    await expect(
      world.stripe.checkout.sessions.create({ mode: "payment", success_url: "http://localhost:9" }),
    ).rejects.toMatchObject({ code: "parameter_missing", param: "line_items" });
    await expect(openSetup(["us_bank_account"], { customer, currency: "gbp" })).rejects.toThrow("usd");
  });
});

describe("a charge without the customer", () => {
  it("that needs authentication is refused, and goes through once the customer is there", async () => {
    const method = await world.stripe.paymentMethods.attach("pm_card_authenticationRequired", { customer });
    const failure = await failureOf(charge(method.id));
    expect(failure).toMatchObject({
      statusCode: 402,
      type: "StripeCardError",
      code: "authentication_required",
      decline_code: "authentication_required",
      payment_intent: {
        status: "requires_payment_method",
        last_payment_error: { code: "authentication_required", payment_method: { id: method.id } },
      },
    });
    const [intent] = (await world.stripe.paymentIntents.list({ customer })).data;
    const asked = await world.stripe.paymentIntents.confirm(intent?.id ?? "", {
      payment_method: method.id,
      return_url: "http://localhost:9/back",
    });
    expect(asked.status).toBe("requires_action");
    const url = asked.next_action?.redirect_to_url?.url ?? "";
    expect((await world.form(url, { action: "complete" })).headers.get("location")).toContain("succeeded");
    expect((await world.stripe.paymentIntents.retrieve(asked.id)).status).toBe("succeeded");
  });

  it.each([
    ["pm_card_authenticationRequiredOnSetup", "authentication_required"],
    ["pm_card_authenticationRequiredSetupForOffSession", null],
    ["pm_card_chargeCustomerFail", "card_declined"],
  ])("with %s, attached but not set up: %s", async (token, code) => {
    const method = await world.stripe.paymentMethods.attach(token, { customer });
    const result = await failureOf(charge(method.id, "gbp"));
    if (code === null) expect(result).toBeNull();
    else expect(result).toMatchObject({ code });
  });

  it("is refused for another customer's card and for a bank account without a mandate", async () => {
    const other = await world.stripe.customers.create({});
    const foreign = await world.stripe.paymentMethods.attach("pm_card_visa", { customer: other.id });
    await expect(charge(foreign.id)).rejects.toThrow("belongs to the Customer");
    const bank = await world.stripe.paymentMethods.attach("pm_usBankAccount_success", { customer });
    await expect(charge(bank.id)).rejects.toMatchObject({ param: "mandate_data" });
  });
});

describe("setup intents by the API", () => {
  it("are created, confirmed, listed and canceled", async () => {
    const { setupIntents } = world.stripe;
    const intent = await setupIntents.create({ customer, allowed_payment_method_types: ["card"] });
    expect(intent).toMatchObject({ status: "requires_payment_method", usage: "off_session" });
    await expect(setupIntents.confirm(intent.id)).rejects.toMatchObject({
      code: "setup_intent_unexpected_state",
    });
    const done = await setupIntents.confirm(intent.id, { payment_method: "pm_card_visa" });
    expect(done.status).toBe("succeeded");
    await expect(setupIntents.cancel(intent.id)).rejects.toMatchObject({
      code: "setup_intent_unexpected_state",
      setup_intent: { id: intent.id },
    });
    const second = await setupIntents.create({ customer });
    const canceled = await setupIntents.cancel(second.id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
    expect((await setupIntents.list({ customer })).data.map((one) => one.id)).toEqual([second.id, intent.id]);
  });

  it("lead through the challenge page and back", async () => {
    const asked = await world.stripe.setupIntents.create({
      customer,
      confirm: true,
      payment_method: "pm_card_authenticationRequiredOnSetup",
      return_url: "http://localhost:9/back",
    });
    const url = asked.next_action?.redirect_to_url?.url ?? "";
    expect(asked.status).toBe("requires_action");
    expect(await (await fetch(url)).text()).toContain("Confirm your card");
    const back = new URL((await world.form(url, { action: "complete" })).headers.get("location") ?? "");
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      setup_intent: asked.id,
      redirect_status: "succeeded",
    });
    expect((await world.form(url, { action: "complete" })).status).toBe(404);
  });

  it("refuse a card with a 402 that carries the intent", async () => {
    const failure = await failureOf(
      world.stripe.setupIntents.create({
        customer,
        confirm: true,
        payment_method: "pm_card_visa_chargeDeclined",
      }),
    );
    expect(failure).toMatchObject({
      statusCode: 402,
      code: "card_declined",
      setup_intent: { status: "requires_payment_method", last_setup_error: { code: "card_declined" } },
    });
  });
});
