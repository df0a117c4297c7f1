import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payByCard } from "./support/steps";
import { dayMs, startWorld, type World } from "./support/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  await world.close();
});

const now = () => world.clock.now().getTime() / 1000;

describe("payment intents", () => {
  it("waits for a method, then for the confirmation, then is paid", async () => {
    const { paymentIntents } = world.stripe;
    const intent = await paymentIntents.create({
      amount: 2000,
      currency: "eur",
      allowed_payment_method_types: ["card"],
    });
    expect(intent).toMatchObject({ status: "requires_payment_method", capture_method: "automatic_async" });
    await expect(paymentIntents.confirm(intent.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
    const chosen = await paymentIntents.update(intent.id, {
      payment_method: "pm_card_mastercard",
      amount: 2500,
    });
    expect(chosen).toMatchObject({ status: "requires_confirmation", amount: 2500 });
    const paid = await paymentIntents.confirm(intent.id);
    expect(paid).toMatchObject({ status: "succeeded", amount_received: 2500, next_action: null });
    await expect(paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
      payment_intent: { id: intent.id },
    });
  });

  it.each([
    ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
    ["pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
    ["pm_card_chargeCustomerFail", "card_declined", "generic_decline"],
  ])("%s is declined with %s / %s, and the failed charge stays", async (token, code, declineCode) => {
    const failure = await payByCard(world, 3000, { token }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      statusCode: 402,
      type: "StripeCardError",
      code,
      decline_code: declineCode,
    });
    expect(failure).toMatchObject({ payment_intent: { status: "requires_payment_method" } });
    const [latest] = (await world.stripe.charges.list({ limit: 1 })).data;
    expect(latest).toMatchObject({
      status: "failed",
      paid: false,
      failure_code: code,
      balance_transaction: null,
    });
  });

  it("reserves with manual capture, takes a part, and releases on cancel", async () => {
    const { paymentIntents } = world.stripe;
    const reserve = () =>
      paymentIntents.create({
        amount: 10_000,
        currency: "gbp",
        capture_method: "manual",
        confirm: true,
        payment_method: "pm_card_visa",
        return_url: "http://localhost:9/",
      });
    const before = await world.stripe.balance.retrieve();
    const reserved = await reserve();
    expect(reserved).toMatchObject({
      status: "requires_capture",
      amount_capturable: 10_000,
      amount_received: 0,
    });
    expect(await world.stripe.balance.retrieve()).toEqual(before);
    await expect(paymentIntents.capture(reserved.id, { amount_to_capture: 10_001 })).rejects.toThrow(
      "more than",
    );
    const captured = await paymentIntents.capture(reserved.id, {
      amount_to_capture: 4000,
      expand: ["latest_charge"],
    });
    expect(captured).toMatchObject({
      status: "succeeded",
      amount_received: 4000,
      latest_charge: { amount: 10_000, amount_captured: 4000, captured: true },
    });
    const canceled = await paymentIntents.cancel((await reserve()).id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({
      status: "canceled",
      amount_capturable: 0,
      cancellation_reason: "abandoned",
    });
  });

  it("asks for 3-D Secure through the API, and refuses it off session", async () => {
    const { paymentIntents } = world.stripe;
    const asked = await paymentIntents.create({
      amount: 1500,
      currency: "gbp",
      confirm: true,
      payment_method: "pm_card_threeDSecure2Required",
      return_url: "http://localhost:9/back?x=1",
    });
    const url = asked.next_action?.redirect_to_url?.url ?? "";
    expect(asked.status).toBe("requires_action");
    expect(await (await fetch(url)).text()).toContain("15.00 GBP");
    const answer = await world.form(url, { action: "complete" });
    const back = new URL(answer.headers.get("location") ?? "");
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      x: "1",
      payment_intent: asked.id,
      redirect_status: "succeeded",
    });
    expect((await paymentIntents.retrieve(asked.id)).status).toBe("succeeded");
    await expect(
      paymentIntents.create({
        amount: 1500,
        currency: "gbp",
        confirm: true,
        off_session: true,
        payment_method: "pm_card_authenticationRequired",
      }),
    ).rejects.toMatchObject({ code: "authentication_required", statusCode: 402 });
  });

  it("makes card money available two UTC days later, and with the bypass card at once", async () => {
    const charge = await payByCard(world, 5000, { currency: "chf" });
    expect(charge.balance_transaction).toMatchObject({
      status: "pending",
      net: 5000 - 75 - 20,
      available_on: Math.floor(now() / 86_400) * 86_400 + 2 * 86_400,
    });
    const quick = await payByCard(world, 5000, { currency: "sek", token: "pm_card_bypassPending" });
    expect(quick.balance_transaction).toMatchObject({ status: "available", available_on: now() });
    const line = async (currency: string) => {
      const balance = await world.stripe.balance.retrieve();
      const amount = (kind: "available" | "pending") =>
        balance[kind].find((entry) => entry.currency === currency)?.amount;
      return [amount("available"), amount("pending")];
    };
    expect(await line("chf")).toEqual([0, 4905]);
    expect(await line("sek")).toEqual([4905, 0]);
    await world.advance(2 * dayMs);
    expect(await line("chf")).toEqual([4905, 0]);
  });

  it("keeps a card with a customer for later", async () => {
    const { customers, paymentIntents, paymentMethods } = world.stripe;
    const customer = await customers.create({
      email: "brand@example.com",
      name: "Brand",
      metadata: { brand: "b1", gone: "x" },
      address: { line1: "1 Road", city: "London", country: "GB" },
    });
    const changed = await customers.update(customer.id, { metadata: { gone: "" }, name: "Brand Ltd" });
    expect(changed).toMatchObject({
      name: "Brand Ltd",
      metadata: { brand: "b1" },
      address: { city: "London" },
    });
    await paymentIntents.create({
      amount: 1000,
      currency: "gbp",
      customer: customer.id,
      confirm: true,
      setup_future_usage: "off_session",
      payment_method: "pm_card_visa",
      return_url: "http://localhost:9/",
    });
    const [saved] = (await customers.listPaymentMethods(customer.id)).data;
    expect(saved).toMatchObject({ customer: customer.id, card: { last4: "4242" } });
    const again = await paymentIntents.create({
      amount: 1000,
      currency: "gbp",
      customer: customer.id,
      confirm: true,
      off_session: true,
      payment_method: saved?.id ?? "",
    });
    expect(again.status).toBe("succeeded");
    const other = await customers.create({});
    await expect(paymentMethods.attach(saved?.id ?? "", { customer: other.id })).rejects.toThrow("already");
    expect((await paymentMethods.detach(saved?.id ?? "")).customer).toBeNull();
    const failing = await paymentMethods.attach("pm_card_chargeCustomerFail", { customer: other.id });
    expect(failing.customer).toBe(other.id);
    expect(await customers.del(other.id)).toMatchObject({ deleted: true });
    await expect(customers.retrieve(other.id)).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
  });
});

describe("refunds", () => {
  it("takes a refund out of a pending charge's own money, part by part, and never more than was captured", async () => {
    const charge = await payByCard(world, 8000, { currency: "usd" });
    const { refunds } = world.stripe;
    const first = await refunds.create({
      charge: charge.id,
      amount: 3000,
      reason: "requested_by_customer",
      expand: ["balance_transaction"],
    });
    expect(first).toMatchObject({
      status: "succeeded",
      balance_transaction: { amount: -3000, status: "pending" },
    });
    await expect(refunds.create({ charge: charge.id, amount: 5001 })).rejects.toThrow(
      "greater than unrefunded",
    );
    await refunds.create({ payment_intent: String(charge.payment_intent) });
    const after = await world.stripe.charges.retrieve(charge.id, { expand: ["refunds"] });
    expect(after).toMatchObject({
      amount_refunded: 8000,
      refunded: true,
      refunds: { data: [{ amount: 5000 }, { amount: 3000 }] },
    });
    await expect(refunds.create({ charge: charge.id })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });

  it("lets a refund wait until the available balance covers it", async () => {
    const charge = await payByCard(world, 9000, { currency: "nok", token: "pm_card_bypassPending" });
    await world.stripe.payouts.create({ amount: 8000, currency: "nok" });
    const refund = await world.stripe.refunds.create({ charge: charge.id });
    expect(refund).toMatchObject({
      status: "pending",
      balance_transaction: null,
      pending_reason: "insufficient_funds",
    });
    await payByCard(world, 20_000, { currency: "nok" });
    await world.advance(2 * dayMs);
    const done = await world.stripe.refunds.retrieve(refund.id);
    expect(done.status).toBe("succeeded");
    expect(done.pending_reason).toBeUndefined();
  });
});
