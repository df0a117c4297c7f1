import { describe, expect, it } from "vitest";
import { openGateway } from "./support/gateway";
import { sendJson, serveAnswers } from "./support/serve-answers";

const booking = {
  object: "balance_transaction",
  id: "txn_1",
  fee: 470,
  currency: "gbp",
  available_on: 1_795_953_600,
};
const charge = { object: "charge", id: "ch_1", balance_transaction: booking };
const payment = {
  object: "payment_intent",
  id: "pi_1",
  status: "succeeded",
  amount: 30_900,
  currency: "gbp",
  metadata: { evenshare_operation: "funding-1" },
  last_payment_error: null,
  cancellation_reason: null,
  latest_charge: charge,
};

async function read(answer: object) {
  const { apiBase, seen } = await serveAnswers((_, response) => sendJson(response, 200, answer));
  return { outcome: await openGateway({ apiBase }).readPayment("pi_1"), seen };
}

describe("the facts of a payment", () => {
  it("of a success tell charge, fee and when the money is available", async () => {
    const { outcome, seen } = await read(payment);
    expect(outcome).toEqual({
      kind: "done",
      value: {
        paymentIntentId: "pi_1",
        fundingId: "funding-1",
        status: "succeeded",
        chargeId: "ch_1",
        amount: 30_900n,
        currency: "GBP",
        fee: 470n,
        availableOn: new Date("2026-11-29T12:00:00.000Z"),
        failureReason: null,
        failureCode: null,
        paidWith: null,
      },
    });
    expect(seen[0]?.url).toContain("expand[0]=latest_charge.balance_transaction");
  });

  it.each<[string, object, object]>([
    [
      "the payer has yet to pay",
      { status: "requires_payment_method", latest_charge: null },
      { status: "pending" },
    ],
    [
      "the bank asks for a confirmation",
      { status: "requires_action", latest_charge: null },
      { status: "pending" },
    ],
    ["the bank is at work", { status: "processing" }, { status: "processing", chargeId: null, fee: 0n }],
    [
      "the card was declined",
      {
        status: "requires_payment_method",
        last_payment_error: { code: "card_declined", message: "Your card was declined." },
        latest_charge: { ...charge, balance_transaction: null },
      },
      { status: "failed", chargeId: null, failureReason: "Your card was declined." },
    ],
    [
      "it was cancelled",
      { status: "canceled", cancellation_reason: "abandoned", latest_charge: null },
      { status: "canceled", failureReason: "abandoned" },
    ],
  ])("say so when %s", async (_, part, facts) => {
    const { outcome } = await read({ ...payment, ...part });
    expect(outcome).toMatchObject({ kind: "done", value: { fundingId: "funding-1", ...facts } });
  });

  it.each<[string, object]>([
    ["is not booked yet", { latest_charge: { ...charge, balance_transaction: null } }],
    ["has no charge", { latest_charge: null }],
    [
      "was booked in another currency",
      { latest_charge: { ...charge, balance_transaction: { ...booking, currency: "eur" } } },
    ],
    ["is another payment", { id: "pi_2" }],
    ["is in a currency nobody offers", { currency: "xau" }],
  ])("of a success wait while it %s", async (_, part) => {
    expect((await read({ ...payment, ...part })).outcome.kind).toBe("later");
  });
});
