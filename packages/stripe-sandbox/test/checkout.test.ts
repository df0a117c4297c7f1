import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { card, openCheckout } from "./support/steps";
import { startWorld, until, type World } from "./support/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  await world.close();
});

describe("hosted Checkout", () => {
  it("takes a card, sends the payer back and announces the payment", async () => {
    const session = await openCheckout(world, { group: "m_1" });
    expect(session).toMatchObject({ status: "open", payment_status: "unpaid", payment_intent: null });
    const page = await fetch(session.url ?? "");
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self' http://localhost:9;");
    expect(await page.text()).toContain("500.00 GBP");

    const paid = await world.form(session.url ?? "", card());
    expect(paid.status).toBe(303);
    expect(paid.headers.get("location")).toBe(`http://localhost:9/paid?session=${session.id}`);

    const after = await world.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["line_items", "payment_intent.latest_charge.balance_transaction"],
    });
    expect(after).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      amount_total: 50_000,
      customer_details: { email: "buyer@example.com", name: "B. Uyer" },
      line_items: { data: [{ description: "Milestone 1", amount_total: 50_000 }] },
      payment_intent: {
        status: "succeeded",
        amount_received: 50_000,
        metadata: { milestone: "m1" },
        transfer_group: "m_1",
        latest_charge: {
          status: "succeeded",
          transfer_group: "m_1",
          balance_transaction: { amount: 50_000, fee: 770, net: 49_230, status: "pending", type: "charge" },
        },
      },
    });
    await until(() => world.received.length >= 4);
    expect(world.received.map(({ event }) => event.type)).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]);
    expect((await world.form(session.url ?? "", card())).status).toBe(200);
    expect((await world.stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  it("shows the reason of a decline and lets the payer try another card on the same intent", async () => {
    const session = await openCheckout(world);
    const declined = await world.form(session.url ?? "", card("4000000000009995"));
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("Your card has insufficient funds.");
    const between = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(between).toMatchObject({
      status: "open",
      payment_intent: {
        status: "requires_payment_method",
        last_payment_error: { decline_code: "insufficient_funds" },
      },
    });
    expect((await world.form(session.url ?? "", card())).status).toBe(303);
    const after = await world.stripe.checkout.sessions.retrieve(session.id);
    expect(after.status).toBe("complete");
    expect(after.payment_intent).toBe(
      typeof between.payment_intent === "object" ? between.payment_intent?.id : between.payment_intent,
    );
    const tries = await world.stripe.charges.list({ payment_intent: String(after.payment_intent) });
    expect(tries.data.map((charge) => charge.status)).toEqual(["succeeded", "failed"]);
  });

  it("asks for 3-D Secure and pays when the payer passes, or goes back to the form when not", async () => {
    const session = await openCheckout(world);
    const url = session.url ?? "";
    const asked = await world.form(url, card("4000000000003220"));
    expect(asked.headers.get("location")).toBe(`/c/pay/${session.id}/challenge`);
    expect(await (await fetch(`${url}/challenge`)).text()).toContain("Complete authentication");
    const failed = await world.form(`${url}/challenge`, { action: "fail" });
    expect(failed.status).toBe(402);
    expect(await failed.text()).toContain("unable to authenticate");

    await world.form(url, card("4000000000003220"));
    const passed = await world.form(`${url}/challenge`, { action: "complete" });
    expect(passed.headers.get("location")).toContain(session.id);
    const after = await world.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge"],
    });
    expect(after).toMatchObject({
      payment_status: "paid",
      payment_intent: {
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: "authenticated" } } } },
      },
    });
  });

  it("says which fields are missing, and takes no card that is not a test card", async () => {
    const session = await openCheckout(world);
    const empty = await world.form(session.url ?? "", {});
    expect(empty.status).toBe(402);
    const text = await empty.text();
    for (const field of ["email", "number", "exp", "cvc"]) expect(text).toContain(`id="${field}-problem"`);
    const odd = await world.form(session.url ?? "", card("4111111111111111"));
    expect(await odd.text()).toContain("only knows Stripe&#39;s test cards");
    const old = await world.form(session.url ?? "", { ...card(), exp: "01/20" });
    expect(await old.text()).toContain("expiration year is invalid");
    expect((await world.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
  });

  it("escapes what merchants and payers write", async () => {
    const session = await world.stripe.checkout.sessions.create({
      mode: "payment",
      success_url: "http://localhost:9/paid",
      line_items: [
        {
          quantity: 2,
          price_data: {
            currency: "eur",
            unit_amount: 1000,
            product_data: { name: "<script>alert(1)</script>" },
          },
        },
      ],
    });
    const text = await (await fetch(session.url ?? "")).text();
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt; × 2");
    const again = await world.form(session.url ?? "", { ...card("1"), email: '"><img src=x>' });
    expect(await again.text()).not.toContain("<img src=x>");
  });

  it("expires by request and by the clock", async () => {
    const byRequest = await openCheckout(world);
    expect((await world.stripe.checkout.sessions.expire(byRequest.id)).status).toBe("expired");
    expect((await world.form(byRequest.url ?? "", card())).status).toBe(410);
    const byClock = await openCheckout(world);
    await world.advance(86_399_000);
    expect((await world.stripe.checkout.sessions.retrieve(byClock.id)).status).toBe("open");
    await world.advance(1000);
    expect((await world.stripe.checkout.sessions.retrieve(byClock.id)).status).toBe("expired");
    expect(world.received.at(-1)?.event.type).toBe("checkout.session.expired");
    await expect(world.stripe.checkout.sessions.expire(byClock.id)).rejects.toThrow("status of expired");
  });

  it("makes a customer when it is told to", async () => {
    const session = await openCheckout(world, { creation: "always" });
    await world.form(session.url ?? "", card());
    const after = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ["customer"] });
    expect(after.customer).toMatchObject({ object: "customer", email: "buyer@example.com", name: "B. Uyer" });
  });

  it("refuses mixed currencies, unknown currencies and amounts below the minimum", async () => {
    const line = (currency: string, unit_amount: number) => ({
      quantity: 1,
      price_data: { currency, unit_amount, product_data: { name: "x" } },
    });
    const make = (...line_items: ReturnType<typeof line>[]) =>
      world.stripe.checkout.sessions.create({
        mode: "payment",
        success_url: "http://localhost:9",
        line_items,
      });
    await expect(make(line("gbp", 100), line("eur", 100))).rejects.toThrow("same currency");
    await expect(make(line("xyz", 100))).rejects.toThrow("Invalid currency");
    await expect(make(line("gbp", 29))).rejects.toMatchObject({ code: "amount_too_small" });
    await expect(make(line("kwd", 1001))).rejects.toThrow("multiple of 10");
  });
});
