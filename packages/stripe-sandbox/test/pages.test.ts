import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { card, newAccount, onboardingUrl, openCheckout, payableAccount, payByCard } from "./support/steps";
import { startWorld, until, type World } from "./support/world";

let world: World;
let key: string;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
  key = world.key;
});
afterAll(() => world.close());

const inspector = async () => (await fetch(`${world.sandbox.url}/?platform=${key}`)).text();
const press = (fields: Record<string, string>) =>
  world.form(`${world.sandbox.url}/inspector/actions`, { platform: key, ...fields });

describe("the inspector", () => {
  it("shows the platform's totals per currency to the cent, and that the books balance", async () => {
    await payByCard(world, 50_000);
    await payByCard(world, 1_000, { currency: "jpy", token: "pm_card_bypassPending" });
    const payee = await payableAccount(world);
    const text = await inspector();
    expect(text).toContain("The books balance.");
    const row = (currency: string) =>
      text.slice(text.indexOf(`data-currency="${currency}"`)).split("</tr>")[0] ?? "";
    expect(row("gbp")).toContain("0.00 GBP");
    expect(row("gbp")).toContain("492.30 GBP");
    expect(row("jpy")).toContain("955 JPY");
    expect(text).toContain(payee);
    expect(text).toContain("payment_intent.succeeded");
  });

  it("moves the clock, fails a payout and sends an event again", async () => {
    const payee = await payableAccount(world);
    await payByCard(world, 9000, { token: "pm_card_bypassPending" });
    await world.stripe.transfers.create({ amount: 5000, currency: "gbp", destination: payee });
    const before = world.clock.now().getTime();
    expect((await press({ action: "advance", ms: "86400000" })).status).toBe(303);
    expect(world.clock.now().getTime() - before).toBe(86_400_000);
    const [payout] = (await world.stripe.payouts.list({}, { stripeAccount: payee })).data;
    expect(await inspector()).toContain(payout?.id);
    await press({ action: "fail_payout", id: payout?.id ?? "", code: "account_closed" });
    expect((await world.stripe.payouts.retrieve(payout?.id ?? "", {}, { stripeAccount: payee })).status).toBe(
      "failed",
    );
    const event = world.received[0]?.event.id ?? "";
    const times = () => world.received.filter((received) => received.event.id === event).length;
    await press({ action: "redeliver", id: event });
    await until(() => times() === 2);
    await press({ action: "set", instant: "2027-03-01T12:00" });
    expect(world.clock.now().toISOString()).toBe("2027-03-01T12:00:00.000Z");
    await press({ action: "resume" });
    expect(world.clock.state().frozenAt).toBeNull();
    await press({ action: "freeze" });
    expect(world.clock.state().frozenAt).not.toBeNull();
    const wrongs: Record<string, string>[] = [
      { action: "explode" },
      { action: "advance", ms: "soon" },
      { action: "fail_payout", id: "po_x" },
    ];
    for (const wrong of wrongs) {
      expect((await press(wrong)).status).toBe(400);
    }
  });
});

describe("the inspector's buttons for what goes wrong", () => {
  const charged = async (token: string) => {
    const intent = await world.stripe.paymentIntents.create({
      amount: 5000,
      currency: "usd",
      payment_method: token,
      mandate_data: { customer_acceptance: { type: "offline" } },
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
    return String(intent.latest_charge);
  };

  it("let a bank pay, refuse and return a debit", async () => {
    const paid = await charged("pm_usBankAccount_processing");
    const refused = await charged("pm_usBankAccount_processing");
    expect(await inspector()).toContain("Bank refuses");
    await press({ action: "pay_debit", id: paid });
    await press({ action: "fail_debit", id: refused });
    expect((await world.stripe.charges.retrieve(paid)).status).toBe("succeeded");
    expect((await world.stripe.charges.retrieve(refused)).failure_code).toBe("insufficient_funds");
    await press({ action: "return_debit", id: paid });
    expect((await world.stripe.disputes.list({ charge: paid })).data).toMatchObject([{ status: "lost" }]);
    expect((await press({ action: "return_debit", id: paid })).status).toBe(400);
  });

  it("dispute a card payment and decide it, and fail a refund and a top-up", async () => {
    const disputed = await charged("pm_card_bypassPending");
    await press({ action: "dispute", id: disputed });
    const [dispute] = (await world.stripe.disputes.list({ charge: disputed })).data;
    await press({ action: "decide_won", id: dispute?.id ?? "" });
    expect((await world.stripe.disputes.retrieve(dispute?.id ?? "")).status).toBe("won");
    const asked = await charged("pm_card_bypassPending");
    await press({ action: "inquire", id: asked });
    const [inquiry] = (await world.stripe.disputes.list({ charge: asked })).data;
    expect(inquiry?.status).toBe("warning_needs_response");
    await press({ action: "decide_lost", id: inquiry?.id ?? "" });
    expect((await world.stripe.disputes.retrieve(inquiry?.id ?? "")).status).toBe("needs_response");
    await charged("pm_card_bypassPending");
    const refund = await world.stripe.refunds.create({ charge: await charged("pm_card_bypassPending") });
    await press({ action: "fail_refund", id: refund.id });
    expect((await world.stripe.refunds.retrieve(refund.id)).status).toBe("failed");
    const topup = await world.stripe.topups.create({ amount: 1000, currency: "usd" });
    await press({ action: "fail_topup", id: topup.id });
    expect((await world.stripe.topups.retrieve(topup.id)).status).toBe("failed");
  });

  it("restrict an account, lift that, and cut its connection", async () => {
    const account = await payableAccount(world);
    await press({ action: "restrict", id: account });
    expect((await world.stripe.accounts.retrieve(account)).requirements?.disabled_reason).toBe(
      "requirements.past_due",
    );
    expect(await inspector()).toContain("Lift restriction");
    await press({ action: "lift", id: account });
    expect((await world.stripe.accounts.retrieve(account)).payouts_enabled).toBe(true);
    await press({ action: "deauthorize", id: account });
    await expect(world.stripe.accounts.retrieve(account)).rejects.toMatchObject({ statusCode: 403 });
    expect(await inspector()).toContain("deauthorized");
  });
});

describe("every page", () => {
  it("carries a strict policy and no script of its own", async () => {
    const session = await openCheckout(world);
    const urls = [
      session.url ?? "",
      await onboardingUrl(world, (await newAccount(world)).id),
      `${world.sandbox.url}/`,
      `${world.sandbox.url}/nothing`,
    ];
    for (const url of urls) {
      const answer = await fetch(url);
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      const text = await answer.text();
      expect(text).not.toMatch(
        /<script(?! src="\/assets\/inspector\.js" defer>)|style="|\son\w+="|https?:\/\/(?!localhost)/,
      );
      for (const id of text
        .match(/<(?:input|select)[^>]* id="([^"]+)"/g)
        ?.map((tag) => /id="([^"]+)"/.exec(tag)?.[1]) ?? []) {
        expect(text).toContain(`for="${id}"`);
      }
    }
    for (const asset of ["sandbox.css", "inspector.js"]) {
      expect((await fetch(`${world.sandbox.url}/assets/${asset}`)).status).toBe(200);
    }
  });

  it("cannot be driven from another site", async () => {
    const session = await openCheckout(world);
    const from = (url: string) =>
      fetch(url, {
        method: "POST",
        headers: { origin: "http://evil.example" },
        body: new URLSearchParams({ ...card(), action: "advance", ms: "1" }),
      });
    expect((await from(session.url ?? "")).status).toBe(403);
    expect((await from(`${world.sandbox.url}/inspector/actions`)).status).toBe(403);
    expect((await from(`${world.sandbox.url}/_sandbox/reset`)).status).toBe(403);
  });
});

describe("the control plane", () => {
  it("makes the same ids from the same seed and the same requests, and others from another seed", async () => {
    const before = await world.control("GET", "snapshot");
    const firstId = async (seed: number) => {
      await world.control("POST", "reset", { seed });
      return (await world.stripe.customers.create({})).id;
    };
    const seven = await firstId(7);
    expect(await firstId(8)).not.toBe(seven);
    expect(await firstId(7)).toBe(seven);
    await expect(world.control("POST", "reset", { seed: "x" })).rejects.toThrow("seed");
    await world.control("PUT", "snapshot", before);
  });

  it("takes a snapshot, resets, and restores", async () => {
    const customer = await world.stripe.customers.create({ name: "kept" });
    const snapshot = await world.control("GET", "snapshot");
    const account = (await world.stripe.accounts.retrieveCurrent()).id;
    await world.control("POST", "reset");
    expect((await world.stripe.customers.list()).data).toEqual([]);
    expect((await world.stripe.accounts.retrieveCurrent()).id).toBe(account);
    await world.control("PUT", "snapshot", snapshot);
    expect((await world.stripe.customers.retrieve(customer.id)).id).toBe(customer.id);
    expect(await world.control("GET", "ledger-check")).toEqual({ problems: [] });
  });

  it("says what is wrong with a request", async () => {
    await expect(world.control("POST", "clock", { advance: 5 })).rejects.toThrow("clock");
    await expect(world.control("POST", "faults", { kind: "sabotage" })).rejects.toThrow("kind");
    await expect(world.control("GET", "nothing")).rejects.toThrow("has no GET");
    await expect(world.control("POST", "payouts/po_x/fail", {})).rejects.toThrow("No such payout");
    await expect(world.control("POST", "events/evt_x/redeliver")).rejects.toThrow("No such event");
    await expect(world.control("PUT", "snapshot", { version: 1, rows: [["x", "y", 1]] })).rejects.toThrow(
      "no table x",
    );
    const bad = await fetch(`${world.sandbox.url}/_sandbox/clock`, { method: "POST", body: "{" });
    expect(bad.status).toBe(400);
  });

  it("works on the product's own platform without a key", async () => {
    const answer = await fetch(`${world.sandbox.url}/_sandbox/events`);
    expect(await answer.json()).toEqual(expect.any(Array));
    expect(await world.control("GET", "webhook-endpoints")).toMatchObject([
      { secret: expect.stringMatching(/^whsec_/) },
    ]);
  });
});
