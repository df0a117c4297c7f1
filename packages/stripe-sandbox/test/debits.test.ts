import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
  expect(await world.control("GET", "ledger-check")).toEqual({ problems: [] });
  await world.close();
});

const acceptance = { type: "online", online: { ip_address: "127.0.0.1", user_agent: "test" } } as const;

function debit(token: string, amount = 50_000) {
  return world.stripe.paymentIntents.create({
    amount,
    currency: "usd",
    allowed_payment_method_types: ["us_bank_account"],
    payment_method: token,
    mandate_data: { customer_acceptance: acceptance },
    confirm: true,
    expand: ["latest_charge.balance_transaction"],
  });
}

/** [available, pending] of the platform in usd. */
async function usd(): Promise<[number, number]> {
  const { available, pending } = await world.stripe.balance.retrieve();
  const of = (lines: { currency: string; amount: number }[]) =>
    lines.find((one) => one.currency === "usd")?.amount ?? 0;
  return [of(available), of(pending)];
}

const types = () => world.received.map(({ event }) => event.type);
const money = () => types().filter((type) => !/^(balance|customer|payout)\./.test(type));

describe("a US bank debit", () => {
  it("is processing for two days, then succeeds, and is available after four business days", async () => {
    const before = await usd();
    const intent = await debit("pm_usBankAccount_success");
    expect(intent).toMatchObject({
      status: "processing",
      amount_received: 0,
      latest_charge: {
        status: "pending",
        paid: false,
        payment_method_details: { type: "us_bank_account", us_bank_account: { last4: "6789" } },
        balance_transaction: { type: "payment", fee: 400, net: 49_600, status: "pending" },
      },
    });
    const charge = intent.latest_charge;
    if (typeof charge !== "object" || charge === null) throw new Error("not expanded");
    const mandate = String(charge.payment_method_details?.us_bank_account?.mandate);
    expect(await world.stripe.mandates.retrieve(mandate)).toMatchObject({
      status: "active",
      payment_method: intent.payment_method,
      customer_acceptance: { type: "online", online: { ip_address: "127.0.0.1" } },
    });
    await expect(world.stripe.paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
    await expect(world.stripe.refunds.create({ charge: charge.id })).rejects.toThrow("is pending");

    await world.advance(2 * dayMs - 10 * 3_600_000);
    expect(await world.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: "succeeded",
      amount_received: 50_000,
    });
    expect(money()).toEqual([
      "payment_intent.created",
      "charge.pending",
      "payment_intent.processing",
      "charge.succeeded",
      "payment_intent.succeeded",
    ]);
    // Monday to Friday: four business days.
    await world.advance(dayMs);
    expect(await usd()).toEqual([before[0], before[1] + 49_600]);
    await world.advance(2 * dayMs);
    expect(await usd()).toEqual([before[0] + 49_600, before[1]]);
  });

  it.each([
    ["pm_usBankAccount_insufficientFunds", "insufficient_funds"],
    ["pm_usBankAccount_accountClosed", "account_closed"],
    ["pm_usBankAccount_noAccount", "no_account"],
    ["pm_usBankAccount_debitNotAuthorized", "debit_not_authorized"],
  ])("%s fails after days with %s, and the pending money goes back", async (token, code) => {
    const before = await usd();
    const intent = await debit(token);
    expect(intent.status).toBe("processing");
    expect((await usd())[1]).toBe(before[1] + 49_600);
    await world.advance(2 * dayMs);
    const after = await world.stripe.paymentIntents.retrieve(intent.id, {
      expand: ["latest_charge.failure_balance_transaction"],
    });
    expect(after).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      last_payment_error: { code, payment_method: { type: "us_bank_account" } },
      latest_charge: {
        status: "failed",
        paid: false,
        failure_code: code,
        failure_balance_transaction: { type: "payment_failure_refund", net: -49_600 },
      },
    });
    expect(money().slice(-2)).toEqual(["charge.failed", "payment_intent.payment_failed"]);
    await world.advance(7 * dayMs);
    expect(await usd()).toEqual(before);
  });

  it("that stays processing keeps its money back until the bank is made to answer", async () => {
    const before = await usd();
    const intent = await debit("pm_usBankAccount_processing");
    const charge = await world.stripe.charges.list({ payment_intent: intent.id });
    await world.advance(30 * dayMs);
    expect((await world.stripe.paymentIntents.retrieve(intent.id)).status).toBe("processing");
    expect(await usd()).toEqual([before[0], before[1] + 49_600]);
    await world.control("POST", `charges/${charge.data[0]?.id}/answer`, { outcome: "succeeded" });
    await world.advance(1000);
    expect(await usd()).toEqual([before[0] + 49_600, before[1]]);
    const failing = await debit("pm_usBankAccount_processing");
    const [pending] = (await world.stripe.charges.list({ payment_intent: failing.id })).data;
    const answer = { outcome: "failed", failure_code: "account_closed" };
    await world.control("POST", `charges/${pending?.id}/answer`, answer);
    expect((await world.stripe.paymentIntents.retrieve(failing.id)).last_payment_error?.code).toBe(
      "account_closed",
    );
    await expect(world.control("POST", `charges/${pending?.id}/answer`, answer)).rejects.toThrow("already");
  });

  it("is returned late as a dispute that is final, with its fee", async () => {
    const intent = await debit("pm_usBankAccount_dispute");
    await world.advance(6 * dayMs);
    expect((await world.stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
    const before = await usd();
    world.received.length = 0;
    await world.advance(dayMs);
    const [dispute] = (await world.stripe.disputes.list({ payment_intent: intent.id })).data;
    expect(dispute).toMatchObject({
      status: "lost",
      reason: "insufficient_funds",
      amount: 50_000,
      is_charge_refundable: false,
      balance_transactions: [{ type: "adjustment", reporting_category: "dispute", fee: 1500, net: -51_500 }],
    });
    expect(await usd()).toEqual([before[0] - 51_500, before[1]]);
    expect(money()).toEqual([
      "charge.dispute.created",
      "charge.updated",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.closed",
    ]);
    await expect(world.stripe.disputes.close(dispute?.id ?? "")).rejects.toMatchObject({
      code: "dispute_closed",
    });
    await expect(
      world.stripe.disputes.update(dispute?.id ?? "", { evidence: { uncategorized_text: "no" } }),
    ).rejects.toThrow("already closed");
    await expect(world.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    // The intent stays paid: the return is a dispute, not a failure.
    expect((await world.stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
  });

  it("can be returned by the control plane whenever it has succeeded, and only once", async () => {
    const intent = await debit("pm_usBankAccount_success");
    const charge = String((await world.stripe.paymentIntents.retrieve(intent.id)).latest_charge);
    await expect(world.control("POST", `charges/${charge}/return`)).rejects.toThrow("has not been paid");
    await world.advance(2 * dayMs);
    await world.control("POST", `charges/${charge}/return`, { reason: "debit_not_authorized" });
    const [dispute] = (await world.stripe.disputes.list({ charge })).data;
    expect(dispute).toMatchObject({ status: "lost", reason: "debit_not_authorized" });
    await expect(world.control("POST", `charges/${charge}/return`)).rejects.toThrow("disputed already");
  });

  it("can be the source of a transfer while it is processing, at the platform's risk, and not once it failed", async () => {
    const payee = await world.stripe.accounts.create({});
    const intent = await debit("pm_usBankAccount_insufficientFunds");
    const charge = String((await world.stripe.paymentIntents.retrieve(intent.id)).latest_charge);
    const send = (amount: number) =>
      world.stripe.transfers.create({
        amount,
        currency: "usd",
        destination: payee.id,
        source_transaction: charge,
      });
    const sent = await send(20_000);
    await world.advance(7 * dayMs);
    await expect(send(1000)).rejects.toThrow("cannot be the source of a transfer");
    const { available } = await world.stripe.balance.retrieve({}, { stripeAccount: payee.id });
    expect(available.find((one) => one.currency === "usd")?.amount).toBe(20_000);
    await world.stripe.transfers.createReversal(sent.id);
    const payment = String(sent.destination_payment);
    await expect(world.control("POST", `charges/${payment}/dispute`)).rejects.toThrow(
      "other end of a transfer",
    );
  });

  it("needs usd, a mandate and an intent that takes it", async () => {
    const { paymentIntents } = world.stripe;
    const base = { amount: 1000, payment_method: "pm_usBankAccount_success", confirm: true } as const;
    await expect(
      paymentIntents.create({ ...base, currency: "gbp", allowed_payment_method_types: ["us_bank_account"] }),
    ).rejects.toThrow("supports the following currencies: usd");
    await expect(
      paymentIntents.create({ ...base, currency: "usd", allowed_payment_method_types: ["us_bank_account"] }),
    ).rejects.toMatchObject({ code: "parameter_missing", param: "mandate_data" });
    await expect(
      paymentIntents.create({ ...base, currency: "usd", allowed_payment_method_types: ["card"] }),
    ).rejects.toThrow("(us_bank_account) is not allowed");
  });

  it("is made from a bank account with a number, of Stripe's test numbers only", async () => {
    const { paymentMethods } = world.stripe;
    const make = (account_number: string, routing_number = "110000000") =>
      paymentMethods.create({
        type: "us_bank_account",
        us_bank_account: { account_number, routing_number, account_holder_type: "company" },
        billing_details: { name: "Gasthaus Group" },
      });
    const method = await make("000222222227");
    expect(method.us_bank_account).toMatchObject({ last4: "2227", account_holder_type: "company" });
    await expect(make("123")).rejects.toMatchObject({ code: "account_number_invalid" });
    await expect(make("000222222227", "1")).rejects.toMatchObject({ code: "routing_number_invalid" });
  });
});

describe("a debit that is processing", () => {
  it("is still processing after a snapshot was restored, and settles then", async () => {
    const intent = await debit("pm_usBankAccount_success");
    const snapshot = await world.control("GET", "snapshot");
    const [charge] = (await world.stripe.charges.list({ payment_intent: intent.id })).data;
    const answer = { outcome: "failed", failure_code: "account_closed" };
    await world.control("POST", `charges/${charge?.id}/answer`, answer);
    expect((await world.stripe.paymentIntents.retrieve(intent.id)).status).toBe("requires_payment_method");
    await world.control("PUT", "snapshot", snapshot);
    expect((await world.stripe.paymentIntents.retrieve(intent.id)).status).toBe("processing");
    await world.advance(2 * dayMs);
    expect((await world.stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
    expect(await world.control("GET", "ledger-check")).toEqual({ problems: [] });
  });
});
