import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onboardingFields, onboardingUrl, payableAccount, payByCard } from "./support/steps";
import { dayMs, startWorld, until, type World } from "./support/world";

let world: World;
let payee: string;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
  await world.listen({ connect: true });
  payee = await payableAccount(world);
  // So that fees do not decide whether a refund has to wait.
  for (const currency of ["gbp", "usd"])
    await payByCard(world, 100_000, { token: "pm_card_bypassPending", currency });
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  expect(await world.control("GET", "ledger-check")).toEqual({ problems: [] });
  await world.close();
});

/** Available money in gbp. */
async function available(account?: string): Promise<number> {
  const options = account === undefined ? {} : { stripeAccount: account };
  const balance = await world.stripe.balance.retrieve({}, options);
  return balance.available.find((one) => one.currency === "gbp")?.amount ?? 0;
}

const transfer = (amount: number, destination = payee) =>
  world.stripe.transfers.create({ amount, currency: "gbp", destination });
const types = () => world.received.map(({ event }) => event.type);

describe("refunds", () => {
  it("to a card that fails them bring the money back days later, with the reason", async () => {
    const charge = await payByCard(world, 10_000, { token: "pm_card_refundFail" });
    await world.advance(3 * dayMs);
    const before = await available();
    const refund = await world.stripe.refunds.create({ charge: charge.id, amount: 4000 });
    expect(refund.status).toBe("succeeded");
    expect(await available()).toBe(before - 4000);
    await world.advance(3 * dayMs);
    expect(
      await world.stripe.refunds.retrieve(refund.id, { expand: ["failure_balance_transaction"] }),
    ).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
      failure_balance_transaction: { type: "refund_failure", amount: 4000, source: refund.id },
    });
    expect(await available()).toBe(before);
    expect(await world.stripe.charges.retrieve(charge.id)).toMatchObject({
      amount_refunded: 0,
      refunded: false,
    });
    expect(types()).toEqual(expect.arrayContaining(["refund.failed", "charge.refund.updated"]));
    // What has come back can be refunded again.
    expect((await world.stripe.refunds.create({ charge: charge.id })).amount).toBe(10_000);
  });

  it("to a slow card are pending for days, and keep the money meanwhile", async () => {
    const charge = await payByCard(world, 5000, { token: "pm_card_pendingRefund" });
    await world.advance(3 * dayMs);
    const before = await available();
    const refund = await world.stripe.refunds.create({ charge: charge.id });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
    expect(await available()).toBe(before - 5000);
    await world.advance(3 * dayMs);
    expect((await world.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
    expect(await available()).toBe(before - 5000);
  });

  it("to a bank account take days too, and fail when the bank sends them back", async () => {
    const intent = await world.stripe.paymentIntents.create({
      amount: 20_000,
      currency: "usd",
      allowed_payment_method_types: ["us_bank_account"],
      payment_method: "pm_usBankAccount_success",
      mandate_data: { customer_acceptance: { type: "offline" } },
      confirm: true,
    });
    await world.advance(7 * dayMs);
    const refund = await world.stripe.refunds.create({ payment_intent: intent.id, amount: 5000 });
    expect(refund).toMatchObject({ status: "pending", destination_details: { type: "us_bank_transfer" } });
    const failed = await world.control("POST", `refunds/${refund.id}/fail`, {
      failure_reason: "insufficient_funds",
    });
    expect(failed).toMatchObject({ status: "failed", failure_reason: "insufficient_funds" });
    await expect(world.control("POST", `refunds/${refund.id}/fail`)).rejects.toThrow("is failed");
    const second = await world.stripe.refunds.create({ payment_intent: intent.id });
    await world.advance(3 * dayMs);
    expect((await world.stripe.refunds.retrieve(second.id)).status).toBe("succeeded");
  });
});

describe("top-ups", () => {
  it("arrive on the next business day, unless they are canceled or fail", async () => {
    const { topups } = world.stripe;
    const before = await available();
    const make = () => topups.create({ amount: 30_000, currency: "gbp", description: "Own money" });
    const topup = await make();
    expect(topup).toMatchObject({ status: "pending", balance_transaction: null });
    const canceled = await topups.cancel((await make()).id);
    expect(canceled.status).toBe("canceled");
    const refused = await make();
    await world.control("POST", `topups/${refused.id}/fail`, { failure_code: "could_not_process" });
    await world.advance(4 * dayMs);
    expect(await topups.retrieve(topup.id, { expand: ["balance_transaction"] })).toMatchObject({
      status: "succeeded",
      balance_transaction: { type: "topup", amount: 30_000, fee: 0 },
    });
    expect(await available()).toBe(before + 30_000);
    expect((await topups.retrieve(refused.id)).failure_code).toBe("could_not_process");
    await expect(topups.cancel(topup.id)).rejects.toThrow("is succeeded");
    expect((await topups.list({ status: "succeeded" })).data.map((one) => one.id)).toEqual([topup.id]);
    expect((await topups.update(topup.id, { metadata: { why: "float" } })).metadata).toEqual({
      why: "float",
    });
  });
});

describe("an account", () => {
  it("below zero costs the platform a reserve until it is above zero again", async () => {
    const poor = await payableAccount(world);
    const before = await available();
    await world.control("POST", `accounts/${poor}/adjust`, { amount: -2500, currency: "gbp" });
    expect(await available(poor)).toBe(-2500);
    expect(await available()).toBe(before - 2500);
    const { connect_reserved: reserved } = await world.stripe.balance.retrieve();
    expect(reserved?.find((one) => one.currency === "gbp")?.amount).toBe(2500);
    const sent = await transfer(4000, poor);
    expect(await available(poor)).toBe(1500);
    expect(await available()).toBe(before - 4000);
    // Only what is there can be taken back.
    await expect(world.stripe.transfers.createReversal(sent.id)).rejects.toMatchObject({
      code: "balance_insufficient",
    });
    await world.stripe.transfers.createReversal(sent.id, { amount: 1500 });
    const kept = await world.stripe.balanceTransactions.list({ type: "reserve_transaction" });
    expect(kept.data.map((one) => one.amount)).toEqual([2500, -2500]);
  });

  it("that owes something is restricted with reasons, cannot be paid, and is freed by onboarding", async () => {
    const account = await payableAccount(world);
    const error = {
      code: "verification_document_expired",
      reason: "The document has expired. Send one that is valid.",
      requirement: "individual.verification.document",
    };
    await world.control("POST", `accounts/${account}/requirements`, {
      past_due: ["individual.verification.document"],
      errors: [error],
    });
    const restricted = await world.stripe.accounts.retrieve(account);
    expect(restricted).toMatchObject({
      payouts_enabled: false,
      capabilities: { transfers: "inactive" },
      requirements: {
        currently_due: ["individual.verification.document"],
        past_due: ["individual.verification.document"],
        disabled_reason: "requirements.past_due",
        errors: [error],
      },
    });
    await expect(transfer(100, account)).rejects.toMatchObject({
      code: "insufficient_capabilities_for_transfer",
    });
    await expect(
      world.stripe.payouts.create({ amount: 100, currency: "gbp" }, { stripeAccount: account }),
    ).rejects.toMatchObject({ code: "payouts_not_allowed" });
    await world.form(await onboardingUrl(world, account), onboardingFields);
    expect(await world.stripe.accounts.retrieve(account)).toMatchObject({
      payouts_enabled: true,
      capabilities: { transfers: "active" },
      requirements: { currently_due: [], disabled_reason: null, errors: [] },
    });
    await until(() => types().filter((type) => type === "account.updated").length >= 2);
  });

  it("that will owe something is warned with a deadline and goes on being paid", async () => {
    const account = await payableAccount(world);
    const deadline = Math.floor(world.clock.now().getTime() / 1000) + 86_400;
    await world.control("POST", `accounts/${account}/requirements`, {
      currently_due: ["individual.id_number"],
      current_deadline: deadline,
    });
    expect(await world.stripe.accounts.retrieve(account)).toMatchObject({
      payouts_enabled: true,
      requirements: { currently_due: ["individual.id_number"], past_due: [], current_deadline: deadline },
    });
    expect((await transfer(100, account)).amount).toBe(100);
    await world.control("POST", `accounts/${account}/requirements`, null);
    expect((await world.stripe.accounts.retrieve(account)).requirements?.currently_due).toEqual([]);
  });

  it("that is rejected stays shut out, whatever it hands in", async () => {
    const account = await payableAccount(world);
    await world.stripe.accounts.reject(account, { reason: "fraud" });
    await world.form(await onboardingUrl(world, account), onboardingFields);
    expect(await world.stripe.accounts.retrieve(account)).toMatchObject({
      payouts_enabled: false,
      requirements: { disabled_reason: "rejected.fraud" },
    });
  });

  it("that has cut its connection is told once, and answers 403 from then on", async () => {
    const account = await payableAccount(world);
    const sent = await transfer(1000, account);
    await world.control("POST", `accounts/${account}/deauthorize`);
    await until(() => types().includes("account.application.deauthorized"));
    const told = world.received.find(({ event }) => event.type === "account.application.deauthorized");
    expect(told).toMatchObject({ event: { account, data: { object: { object: "application" } } } });
    const gone = { statusCode: 403, code: "account_invalid" };
    await expect(world.stripe.accounts.retrieve(account)).rejects.toMatchObject(gone);
    await expect(world.stripe.balance.retrieve({}, { stripeAccount: account })).rejects.toMatchObject(gone);
    await expect(world.stripe.accounts.createLoginLink(account)).rejects.toMatchObject(gone);
    await expect(world.stripe.transfers.createReversal(sent.id)).rejects.toMatchObject(gone);
    await expect(transfer(100, account)).rejects.toMatchObject({ param: "destination" });
    const listed = await world.stripe.accounts.list({ limit: 100 });
    expect(listed.data.map((one) => one.id)).not.toContain(account);
    // It is still paid out at midnight, but that is no longer the platform's business.
    const count = world.received.filter(({ event }) => event.account === account).length;
    await world.advance(3 * dayMs);
    expect(world.received.filter(({ event }) => event.account === account)).toHaveLength(count);
  });
});

describe("a payout", () => {
  it("fails after it was reported paid: money back, bank account marked, requirement due", async () => {
    const account = await payableAccount(world);
    const on = { stripeAccount: account };
    await transfer(8000, account);
    await world.advance(4 * dayMs);
    const [payout] = (await world.stripe.payouts.list({}, on)).data;
    expect(payout).toMatchObject({ status: "paid", amount: 8000 });
    const made = await world.stripe.balanceTransactions.list({ payout: payout?.id ?? "" }, on);
    expect(made.data.map((one) => [one.type, one.amount])).toEqual([
      ["payout", -8000],
      ["payment", 8000],
    ]);
    await world.control("POST", `payouts/${payout?.id}/fail`, { failure_code: "account_closed" });
    expect(await world.stripe.payouts.retrieve(payout?.id ?? "", {}, on)).toMatchObject({
      status: "failed",
      failure_code: "account_closed",
    });
    expect(await available(account)).toBe(8000);
    const after = await world.stripe.accounts.retrieve(account);
    expect(after.requirements?.currently_due).toEqual(["external_account"]);
    await until(() => types().includes("account.external_account.updated"));
  });

  it("by hand cannot be asked what it was made of", async () => {
    await payByCard(world, 5000, { token: "pm_card_bypassPending" });
    const payout = await world.stripe.payouts.create({ amount: 100, currency: "gbp" });
    await expect(world.stripe.balanceTransactions.list({ payout: payout.id })).rejects.toThrow("not manual");
  });

  it("and every other movement can be found by type, source, currency and time", async () => {
    const charge = await payByCard(world, 7000);
    const { balanceTransactions } = world.stripe;
    const bySource = await balanceTransactions.list({ source: charge.id });
    expect(bySource.data.map((one) => one.type)).toEqual(["charge"]);
    const gbp = await balanceTransactions.list({ type: "charge", currency: "gbp", limit: 100 });
    expect(new Set(gbp.data.map((one) => one.currency))).toEqual(new Set(["gbp"]));
    const usd = await balanceTransactions.list({ type: "payment", currency: "usd" });
    expect(usd.data).toHaveLength(1);
    const now = Math.floor(world.clock.now().getTime() / 1000);
    expect((await balanceTransactions.list({ created: { gt: now } })).data).toEqual([]);
  });
});
