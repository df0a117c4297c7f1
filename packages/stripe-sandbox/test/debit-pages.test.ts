import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bankAccount, card, openCheckout } from "./support/steps";
import { dayMs, startWorld, type World } from "./support/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
});
beforeEach(() => {
  world.received.length = 0;
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  await world.close();
});

describe("the hosted page and bank debits", () => {
  const open = (paymentMethodTypes: ("card" | "us_bank_account")[]) =>
    openCheckout(world, { currency: "usd", types: paymentMethodTypes });

  it("takes a bank account: completed and unpaid at first, paid two days later", async () => {
    const session = await open(["us_bank_account"]);
    expect(await (await fetch(session.url ?? "")).text()).toContain("Pay by bank debit");
    expect((await world.form(session.url ?? "", bankAccount())).status).toBe(303);
    const done = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
      payment_intent: { status: "processing" },
    });
    await world.advance(2 * dayMs);
    expect((await world.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    const told = world.received.filter(({ event }) => event.type.startsWith("checkout."));
    expect(told.map(({ event }) => event.type)).toEqual([
      "checkout.session.completed",
      "checkout.session.async_payment_succeeded",
    ]);
    expect(told.map(({ event }) => event.data.object)).toMatchObject([
      { payment_status: "unpaid" },
      { payment_status: "paid" },
    ]);
  });

  it("says so when the debit fails days later; the session stays complete and unpaid", async () => {
    const session = await open(["us_bank_account"]);
    await world.form(session.url ?? "", bankAccount("000222222227"));
    await world.advance(2 * dayMs);
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
    });
    expect(world.received.map(({ event }) => event.type)).toContain("checkout.session.async_payment_failed");
  });

  it("lets the payer choose where both are offered, and takes a card without a choice", async () => {
    const both = await open(["card", "us_bank_account"]);
    const text = await (await fetch(both.url ?? "")).text();
    expect(text).toContain('id="number"');
    expect(text).toContain('id="routing_number"');
    // Who fills in only the bank account means it, though the card is ticked.
    await world.form(both.url ?? "", { ...bankAccount(), method: "card" });
    expect((await world.stripe.checkout.sessions.retrieve(both.id)).payment_status).toBe("unpaid");
    const again = await open(["card", "us_bank_account"]);
    await world.form(again.url ?? "", card());
    expect((await world.stripe.checkout.sessions.retrieve(again.id)).payment_status).toBe("paid");
  });

  it("names what is missing or wrong, and takes no bank account where only cards are offered", async () => {
    const session = await open(["us_bank_account"]);
    const empty = await (await world.form(session.url ?? "", {})).text();
    for (const name of ["email", "name", "routing_number", "account_number"])
      expect(empty).toContain(`id="${name}-problem"`);
    const odd = await world.form(session.url ?? "", bankAccount("000999999999"));
    expect(odd.status).toBe(402);
    expect(await odd.text()).toContain("test bank accounts");
    const cards = await open(["card"]);
    const refused = await world.form(cards.url ?? "", { ...bankAccount(), method: "us_bank_account" });
    expect(refused.status).toBe(402);
  });
});
