import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newAccount, payableAccount, payByCard } from "./support/steps";
import { dayMs, startWorld, type World } from "./support/world";

let world: World;
let payee: string;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
  await world.listen({ connect: true });
  payee = await payableAccount(world);
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  await world.close();
});

/** [available, pending] of an account in gbp. */
async function gbp(account?: string): Promise<[number, number]> {
  const balance = await world.stripe.balance.retrieve(
    {},
    account === undefined ? {} : { stripeAccount: account },
  );
  const of = (lines: { currency: string; amount: number }[]) =>
    lines.find((one) => one.currency === "gbp")?.amount ?? 0;
  return [of(balance.available), of(balance.pending)];
}

describe("transfers", () => {
  it("moves a pending charge's money at once, pending on both sides until the charge is available", async () => {
    const charge = await payByCard(world, 10_000);
    const transfer = await world.stripe.transfers.create({
      amount: 6000,
      currency: "gbp",
      destination: payee,
      source_transaction: charge.id,
      metadata: { milestone: "m1" },
      expand: ["balance_transaction", "destination_payment"],
    });
    expect(transfer).toMatchObject({
      source_transaction: charge.id,
      transfer_group: `group_${String(charge.payment_intent)}`,
      balance_transaction: { amount: -6000, status: "pending", type: "transfer" },
      destination_payment: { amount: 6000, source_transfer: transfer.id, status: "succeeded" },
    });
    expect(await gbp(payee)).toEqual([0, 6000]);
    expect(await gbp()).toEqual([0, 10_000 - 170 - 6000]);
    await world.advance(2 * dayMs);
    expect(await gbp()).toEqual([3830, 0]);
  });

  it("never moves more out of a charge than was captured, in no other currency, and no unknown charge", async () => {
    const charge = await payByCard(world, 10_000);
    const send = (amount: number, currency = "gbp", source = charge.id) =>
      world.stripe.transfers.create({ amount, currency, destination: payee, source_transaction: source });
    await send(7000);
    await expect(send(3001)).rejects.toMatchObject({
      code: "transfer_source_balance_insufficient",
      param: "amount",
    });
    await expect(send(100, "eur")).rejects.toMatchObject({ param: "currency" });
    await expect(send(100, "gbp", "ch_nobody")).rejects.toMatchObject({ code: "resource_missing" });
    await send(3000);
  });

  it("needs the available balance without a pending charge behind it, and does not try again by itself", async () => {
    await payByCard(world, 100_000);
    const [available] = await gbp();
    const send = (amount: number) =>
      world.stripe.transfers.create({ amount, currency: "gbp", destination: payee, transfer_group: "g1" });
    await expect(send(available + 1)).rejects.toMatchObject({
      code: "balance_insufficient",
      statusCode: 400,
    });
    const sent = await send(available);
    expect(await gbp()).toEqual([0, expect.any(Number)]);
    await world.advance(2 * dayMs);
    const { data } = await world.stripe.transfers.list({ transfer_group: "g1" });
    expect(data.map((transfer) => transfer.id)).toEqual([sent.id]);
  });

  it("goes to payable accounts only", async () => {
    await payByCard(world, 5000, { token: "pm_card_bypassPending" });
    const waiting = await newAccount(world);
    const send = (destination: string) =>
      world.stripe.transfers.create({ amount: 100, currency: "gbp", destination });
    await expect(send(waiting.id)).rejects.toMatchObject({ code: "insufficient_capabilities_for_transfer" });
    await expect(send("acct_nobody")).rejects.toMatchObject({
      code: "resource_missing",
      param: "destination",
    });
  });

  it("is reversed in parts, as far as the payee still has the money", async () => {
    await payByCard(world, 50_000, { token: "pm_card_bypassPending" });
    const payeeTwo = await payableAccount(world);
    const { transfers } = world.stripe;
    const transfer = await transfers.create({ amount: 9000, currency: "gbp", destination: payeeTwo });
    const part = await transfers.createReversal(transfer.id, { amount: 2000, metadata: { why: "error" } });
    expect(part).toMatchObject({ amount: 2000, transfer: transfer.id, metadata: { why: "error" } });
    await expect(transfers.createReversal(transfer.id, { amount: 7001 })).rejects.toMatchObject({
      param: "amount",
    });
    await world.stripe.payouts.create({ amount: 5000, currency: "gbp" }, { stripeAccount: payeeTwo });
    await expect(transfers.createReversal(transfer.id)).rejects.toMatchObject({
      code: "balance_insufficient",
    });
    await transfers.createReversal(transfer.id, { amount: 2000 });
    expect(await transfers.retrieve(transfer.id)).toMatchObject({
      amount_reversed: 4000,
      reversed: false,
      reversals: { data: [{ amount: 2000 }, { amount: 2000 }] },
    });
    expect(await gbp(payeeTwo)).toEqual([0, 0]);
    expect((await transfers.listReversals(transfer.id)).data).toHaveLength(2);
  });
});

describe("payouts", () => {
  let account: string;
  beforeEach(async () => {
    // A Monday morning, so that a business day is the next day.
    const days = (8 - world.clock.now().getUTCDay()) % 7;
    await world.advance(days * dayMs);
  });

  async function paidAccount(fields: Record<string, string> = {}, amount = 8000): Promise<string> {
    const id = await payableAccount(world, fields);
    await payByCard(world, amount * 2, { token: "pm_card_bypassPending" });
    await world.stripe.transfers.create({ amount, currency: "gbp", destination: id });
    return id;
  }
  const payouts = async () => (await world.stripe.payouts.list({}, { stripeAccount: account })).data;

  it("C34: are refused below the smallest amount that banks are sent, and made from it on", async () => {
    account = await paidAccount();
    const pay = (amount: number) =>
      world.stripe.payouts.create({ amount, currency: "gbp" }, { stripeAccount: account });
    await expect(pay(99)).rejects.toMatchObject({ code: "amount_too_small", param: "amount" });
    expect(await pay(100)).toMatchObject({ amount: 100, status: "pending" });
  });

  it("leaves by itself at midnight, is on its way, and arrives on the next business day", async () => {
    account = await paidAccount();
    expect(await payouts()).toEqual([]);
    await world.control("POST", "clock", { setTo: new Date(nextMidnight()).toISOString() });
    expect(await payouts()).toMatchObject([{ status: "pending", amount: 8000, automatic: true }]);
    await world.advance(3_600_000);
    expect(await payouts()).toMatchObject([{ status: "in_transit" }]);
    await world.advance(dayMs);
    expect(await payouts()).toMatchObject([{ status: "paid", reconciliation_status: "completed" }]);
    const told = world.received
      .filter(({ event }) => event.account === account)
      .map(({ event }) => event.type);
    expect(told).toEqual(expect.arrayContaining(["payout.created", "payout.updated", "payout.paid"]));
  });

  function nextMidnight(): number {
    return (Math.floor(world.clock.now().getTime() / dayMs) + 1) * dayMs;
  }

  it("comes back when the bank refuses it, and asks for another bank account", async () => {
    account = await paidAccount({ account_number: "11111116", routing_number: "108800" });
    await world.advance(3 * dayMs);
    expect(await payouts()).toMatchObject([
      {
        status: "failed",
        failure_code: "no_account",
        failure_balance_transaction: expect.stringMatching(/^txn_/),
      },
    ]);
    expect(await gbp(account)).toEqual([8000, 0]);
    expect(await world.stripe.accounts.retrieve(account)).toMatchObject({
      payouts_enabled: false,
      requirements: { currently_due: ["external_account"] },
      external_accounts: { data: [{ status: "errored" }] },
    });
    await world.stripe.accounts.createExternalAccount(account, {
      external_account: {
        object: "bank_account",
        country: "GB",
        currency: "gbp",
        account_number: "00012345",
      },
    });
    await world.advance(5 * dayMs);
    expect(await payouts()).toMatchObject([{ status: "paid" }, { status: "failed" }]);
  });

  it("can fail days after it was paid", async () => {
    account = await paidAccount();
    await world.advance(3 * dayMs);
    const [paid] = await payouts();
    await world.control("POST", `payouts/${paid?.id}/fail`, { failure_code: "account_closed" });
    expect(await payouts()).toMatchObject([{ status: "failed", failure_code: "account_closed" }]);
    expect(await gbp(account)).toEqual([8000, 0]);
  });

  it("waits on the manual schedule, goes out on request, and is canceled while pending", async () => {
    account = await paidAccount();
    await world.stripe.accounts.update(account, {
      settings: { payouts: { schedule: { interval: "manual" } } },
    });
    await world.advance(3 * dayMs);
    expect(await payouts()).toEqual([]);
    const on = { stripeAccount: account };
    await expect(world.stripe.payouts.create({ amount: 8001, currency: "gbp" }, on)).rejects.toMatchObject({
      code: "balance_insufficient",
    });
    const made = await world.stripe.payouts.create(
      { amount: 3000, currency: "gbp", metadata: { n: "1" } },
      on,
    );
    expect(made).toMatchObject({ status: "pending", automatic: false });
    expect((await world.stripe.payouts.cancel(made.id, {}, on)).status).toBe("canceled");
    expect(await gbp(account)).toEqual([8000, 0]);
  });

  it("skips the weekend", async () => {
    account = await paidAccount();
    await world.stripe.accounts.update(account, {
      settings: { payouts: { schedule: { interval: "manual" } } },
    });
    await world.advance(4 * dayMs);
    const made = await world.stripe.payouts.create(
      { amount: 100, currency: "gbp" },
      { stripeAccount: account },
    );
    expect(new Date(made.arrival_date * 1000).getUTCDay()).toBe(1);
  });
});

describe("balance transactions", () => {
  it("add up to the balance, and lead to what caused them", async () => {
    const all = await world.stripe.balanceTransactions.list({
      currency: "gbp",
      limit: 100,
      expand: ["data.source"],
    });
    const sum = all.data.reduce((total, transaction) => total + transaction.net, 0);
    const [available, pending] = await gbp();
    expect(sum).toBe(available + pending);
    for (const transaction of all.data) expect(transaction.source).toMatchObject({ id: expect.any(String) });
    const types = new Set(all.data.map((transaction) => transaction.type));
    expect([...types].sort()).toEqual(["charge", "transfer", "transfer_refund"]);
  });
});
