import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { card, openCheckout, payByCard } from "./support/steps";
import { dayMs, startWorld, type World } from "./support/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.listen();
});
beforeEach(async () => {
  // Nothing pending, so that figures speak for themselves.
  await world.advance(3 * dayMs);
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  expect(await world.control("GET", "ledger-check")).toEqual({ problems: [] });
  await world.close();
});

/** [available, pending] of the platform in gbp. */
async function gbp(): Promise<[number, number]> {
  const { available, pending } = await world.stripe.balance.retrieve();
  const of = (lines: { currency: string; amount: number }[]) =>
    lines.find((one) => one.currency === "gbp")?.amount ?? 0;
  return [of(available), of(pending)];
}

async function disputeOf(charge: string) {
  const [dispute] = (await world.stripe.disputes.list({ charge })).data;
  if (dispute === undefined) throw new Error("no dispute");
  return dispute;
}

/** What was announced about disputes since an instant, oldest first. */
async function told(since: number): Promise<string[]> {
  const events = await world.stripe.events.list({ type: "charge.dispute.*", created: { gte: since } });
  return events.data.map((event) => event.type).reverse();
}

const now = () => world.clock.now().getTime() / 1000;

describe("a chargeback", () => {
  it("takes the money and a fee at once; evidence that wins brings the money back, not the fee", async () => {
    const since = now();
    const charge = await payByCard(world, 10_000, { token: "pm_card_createDispute" });
    const dispute = await disputeOf(charge.id);
    expect(dispute).toMatchObject({
      amount: 10_000,
      status: "needs_response",
      reason: "fraudulent",
      is_charge_refundable: false,
      payment_intent: charge.payment_intent,
      payment_method_details: { card: { brand: "visa", case_type: "chargeback" } },
      balance_transactions: [
        { type: "adjustment", reporting_category: "dispute", amount: -10_000, fee: 1500, net: -11_500 },
      ],
    });
    expect((await world.stripe.charges.retrieve(charge.id)).disputed).toBe(true);
    // Taken out of the charge's own money, which is still pending.
    expect((await gbp())[1]).toBe(10_000 - 170 - 11_500);
    await expect(world.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    const draft = await world.stripe.disputes.update(dispute.id, {
      evidence: { customer_name: "B. Uyer" },
      submit: false,
      metadata: { milestone: "m1" },
    });
    expect(draft).toMatchObject({
      status: "needs_response",
      evidence: { customer_name: "B. Uyer" },
      evidence_details: { has_evidence: true, submission_count: 0 },
    });
    const submitted = await world.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "It was delivered." },
    });
    expect(submitted).toMatchObject({
      status: "under_review",
      evidence: { customer_name: "B. Uyer" },
      evidence_details: { submission_count: 1 },
      metadata: { milestone: "m1" },
    });
    await world.advance(3 * dayMs);
    const before = await gbp();
    await world.control("POST", `disputes/${dispute.id}/decide`, { outcome: "won" });
    expect(await gbp()).toEqual([before[0] + 10_000, before[1]]);
    const won = await world.stripe.disputes.retrieve(dispute.id);
    expect(won.status).toBe("won");
    expect(won.balance_transactions.map((one) => one.reporting_category)).toEqual([
      "dispute",
      "dispute_reversal",
    ]);
    expect(await told(since)).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.updated",
      "charge.dispute.updated",
      "charge.dispute.closed",
      "charge.dispute.funds_reinstated",
    ]);
    await expect(world.control("POST", `disputes/${dispute.id}/decide`, { outcome: "won" })).rejects.toThrow(
      "already closed",
    );
    // What came back can be refunded, as far as the fees have left something.
    const refund = await world.stripe.refunds.create({ charge: charge.id, amount: 5000 });
    expect(refund.status).toBe("succeeded");
  });

  it("is lost by accepting it, by the test word, or by silence until the deadline", async () => {
    const dispute = () =>
      payByCard(world, 5000, { token: "pm_card_createDisputeProductNotReceived" }).then((charge) =>
        disputeOf(charge.id),
      );
    const accepted = await dispute();
    expect(accepted.reason).toBe("product_not_received");
    expect((await world.stripe.disputes.close(accepted.id)).status).toBe("lost");
    const worded = await world.stripe.disputes.update((await dispute()).id, {
      evidence: { uncategorized_text: "losing_evidence" },
    });
    expect(worded.status).toBe("lost");
    const silent = await dispute();
    const before = await gbp();
    await world.advance(9 * dayMs);
    expect((await world.stripe.disputes.retrieve(silent.id)).status).toBe("needs_response");
    await world.advance(dayMs);
    expect(await world.stripe.disputes.retrieve(silent.id)).toMatchObject({
      status: "lost",
      evidence_details: { past_due: true },
    });
    const after = await gbp();
    expect(after[0] + after[1]).toBe(before[0] + before[1]);
  });

  it("is about what is left after refunds", async () => {
    const charge = await payByCard(world, 10_000, { token: "pm_card_bypassPending" });
    await world.stripe.refunds.create({ charge: charge.id, amount: 4000 });
    const before = await gbp();
    await world.control("POST", `charges/${charge.id}/dispute`, { reason: "duplicate" });
    const dispute = await disputeOf(charge.id);
    expect(dispute).toMatchObject({ amount: 6000, reason: "duplicate" });
    expect(await gbp()).toEqual([before[0] - 7500, before[1]]);
    const won = await world.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "winning_evidence" },
    });
    expect(won.status).toBe("won");
    expect(await gbp()).toEqual([before[0] - 1500, before[1]]);
    const whole = await payByCard(world, 1000);
    await world.stripe.refunds.create({ charge: whole.id });
    await expect(world.control("POST", `charges/${whole.id}/dispute`)).rejects.toThrow("has been refunded");
  });

  it("can drive the platform's balance below zero", async () => {
    const charge = await payByCard(world, 100_000, { token: "pm_card_bypassPending" });
    const { available } = await world.stripe.balance.retrieve();
    const all = available.find((one) => one.currency === "gbp")?.amount ?? 0;
    await world.stripe.payouts.create({ amount: all, currency: "gbp" });
    await world.control("POST", `charges/${charge.id}/dispute`);
    expect((await gbp())[0]).toBe(-101_500);
    await payByCard(world, 200_000, { token: "pm_card_bypassPending" });
  });

  it("comes from the card on the hosted page too, and from a captured reservation", async () => {
    const session = await openCheckout(world);
    expect((await world.form(session.url ?? "", card("4000000000000259"))).status).toBe(303);
    const paid = await world.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge"],
    });
    expect(paid).toMatchObject({
      payment_status: "paid",
      payment_intent: { status: "succeeded", latest_charge: { disputed: true } },
    });
    const reserved = await world.stripe.paymentIntents.create({
      amount: 3000,
      currency: "gbp",
      capture_method: "manual",
      confirm: true,
      payment_method: "pm_card_createDispute",
      return_url: "http://localhost:9/",
    });
    expect((await world.stripe.disputes.list({ payment_intent: reserved.id })).data).toEqual([]);
    await world.stripe.paymentIntents.capture(reserved.id, { amount_to_capture: 2000 });
    expect((await world.stripe.disputes.list({ payment_intent: reserved.id })).data).toMatchObject([
      { amount: 2000 },
    ]);
  });
});

describe("an inquiry", () => {
  it("moves nothing, and ends with an answer the bank accepts or with a whole refund", async () => {
    const before = await gbp();
    const charge = await payByCard(world, 4000, { token: "pm_card_createDisputeInquiry" });
    const inquiry = await disputeOf(charge.id);
    expect(inquiry).toMatchObject({
      status: "warning_needs_response",
      is_charge_refundable: true,
      balance_transactions: [],
      payment_method_details: { card: { case_type: "inquiry" } },
    });
    expect(await gbp()).toEqual([before[0], before[1] + 4000 - 80]);
    const answered = await world.stripe.disputes.update(inquiry.id, { evidence: { customer_name: "B." } });
    expect(answered.status).toBe("warning_under_review");
    await world.stripe.refunds.create({ charge: charge.id, amount: 1000 });
    expect((await world.stripe.disputes.retrieve(inquiry.id)).status).toBe("warning_under_review");
    await world.stripe.refunds.create({ charge: charge.id });
    expect((await world.stripe.disputes.retrieve(inquiry.id)).status).toBe("warning_closed");
  });

  it("becomes a chargeback when the bank is not content, and ends by itself when nobody cares", async () => {
    const charge = await payByCard(world, 4000, { token: "pm_card_createDisputeInquiry" });
    const inquiry = await disputeOf(charge.id);
    await world.control("POST", `disputes/${inquiry.id}/decide`, { outcome: "lost" });
    expect(await world.stripe.disputes.retrieve(inquiry.id)).toMatchObject({
      status: "needs_response",
      is_charge_refundable: false,
      payment_method_details: { card: { case_type: "chargeback" } },
      balance_transactions: [{ net: -5500 }],
    });
    const ignored = await disputeOf(
      (await payByCard(world, 4000, { token: "pm_card_createDisputeInquiry" })).id,
    );
    await world.advance(11 * dayMs);
    expect((await world.stripe.disputes.retrieve(ignored.id)).status).toBe("warning_closed");
    expect((await world.stripe.disputes.retrieve(inquiry.id)).status).toBe("lost");
  });
});

describe("disputes by the API", () => {
  it("are 404 when they do not exist, and refuse evidence nobody knows", async () => {
    await expect(world.stripe.disputes.retrieve("du_none")).rejects.toMatchObject({ statusCode: 404 });
    const charge = await payByCard(world, 4000, { token: "pm_card_createDispute" });
    const dispute = await disputeOf(charge.id);
    const file = { evidence: { cancellation_policy: "file_1" } };
    await expect(world.stripe.disputes.update(dispute.id, file)).rejects.toMatchObject({
      statusCode: 400,
      param: "evidence[cancellation_policy]",
    });
    await expect(world.control("POST", `charges/${charge.id}/dispute`)).rejects.toThrow("already");
    await expect(world.control("POST", "charges/ch_none/dispute")).rejects.toThrow("No such charge");
  });
});
