import { describe, expect, it } from "vitest";
import { openGateway, payoutRequest, transferAnswer, transferRequest } from "./support/gateway";
import { type SeenRequest, sendJson, serveAnswers } from "./support/serve-answers";

type Gateway = ReturnType<typeof openGateway>;

async function sentBy(call: (gateway: Gateway) => Promise<unknown>): Promise<SeenRequest> {
  const { apiBase, seen } = await serveAnswers((_, response) => sendJson(response, 200, transferAnswer));
  await call(openGateway({ apiBase }));
  const [request] = seen;
  if (request === undefined) throw new Error("nothing was sent");
  return request;
}

describe("what is sent to Stripe", () => {
  it("for a transfer", async () => {
    expect(await sentBy((gateway) => gateway.createTransfer(transferRequest))).toEqual({
      method: "POST",
      url: "/v1/transfers",
      idempotencyKey: "evenshare:transfer:transfer-1:0",
      form: {
        amount: "30000",
        currency: "gbp",
        destination: "acct_1",
        source_transaction: "ch_1",
        transfer_group: "milestone:milestone-1",
        "metadata[evenshare_operation]": "transfer-1",
        "metadata[milestone_id]": "milestone-1",
        "metadata[release_id]": "release-1",
      },
    });
  });

  it("for a payout", async () => {
    expect(await sentBy((gateway) => gateway.createPayout(payoutRequest))).toEqual({
      method: "POST",
      url: "/v1/payouts",
      idempotencyKey: "evenshare:payout:payout-1:0",
      form: { amount: "30000", currency: "gbp", "metadata[evenshare_operation]": "payout-1" },
    });
  });

  const checkout = {
    operation: { id: "funding-1", attemptClass: 0 },
    amount: 30_000n,
    fee: 900n,
    currency: "GBP",
    milestoneId: "milestone-1",
    partnershipId: "partnership-1",
    description: "Milestone: first cut",
    successUrl: "https://brand.example.com/paid",
    cancelUrl: "https://brand.example.com/not-paid",
    expiresAt: new Date("2026-11-22T14:00:00.500Z"),
  } as const;

  it("for a checkout: the amount and our fee as lines, cards only, in the milestone's currency", async () => {
    const { form, idempotencyKey } = await sentBy((gateway) => gateway.createCheckout(checkout));
    expect(idempotencyKey).toBe("evenshare:checkout:funding-1:0");
    expect(form).toEqual({
      mode: "payment",
      "allowed_payment_method_types[0]": "card",
      "adaptive_pricing[enabled]": "false",
      "line_items[0][quantity]": "1",
      "line_items[0][price_data][currency]": "gbp",
      "line_items[0][price_data][unit_amount]": "30000",
      "line_items[0][price_data][product_data][name]": "Milestone: first cut",
      "line_items[1][quantity]": "1",
      "line_items[1][price_data][currency]": "gbp",
      "line_items[1][price_data][unit_amount]": "900",
      "line_items[1][price_data][product_data][name]": "Evenshare fee",
      client_reference_id: "funding-1",
      "metadata[evenshare_operation]": "funding-1",
      "metadata[milestone_id]": "milestone-1",
      "metadata[partnership_id]": "partnership-1",
      "payment_intent_data[metadata][evenshare_operation]": "funding-1",
      "payment_intent_data[metadata][milestone_id]": "milestone-1",
      "payment_intent_data[metadata][partnership_id]": "partnership-1",
      "payment_intent_data[transfer_group]": "milestone:milestone-1",
      expires_at: "1795356000",
      success_url: "https://brand.example.com/paid",
      cancel_url: "https://brand.example.com/not-paid",
    });
  });

  it("for a checkout without a fee: one line, in yen as yen", async () => {
    const { form } = await sentBy((gateway) =>
      gateway.createCheckout({ ...checkout, fee: 0n, currency: "JPY" }),
    );
    expect(form["line_items[0][price_data][unit_amount]"]).toBe("30000");
    expect(Object.keys(form).filter((name) => name.startsWith("line_items[1]"))).toEqual([]);
  });

  it("for an account: Stripe asks, the platform bears fees and losses, and payouts wait for us", async () => {
    const { form, idempotencyKey } = await sentBy((gateway) =>
      gateway.createAccount({
        operation: { id: "organization-1", attemptClass: 2 },
        organizationId: "organization-1",
        email: "producer@example.com",
        businessName: "Studio North",
        country: "GB",
        currency: "GBP",
      }),
    );
    expect(idempotencyKey).toBe("evenshare:account:organization-1:2");
    expect(form).toEqual({
      country: "GB",
      email: "producer@example.com",
      default_currency: "gbp",
      "business_profile[name]": "Studio North",
      "controller[fees][payer]": "application",
      "controller[losses][payments]": "application",
      "controller[requirement_collection]": "stripe",
      "controller[stripe_dashboard][type]": "express",
      "capabilities[transfers][requested]": "true",
      "settings[payouts][schedule][interval]": "manual",
      "metadata[evenshare_operation]": "organization-1",
      "metadata[organization_id]": "organization-1",
    });
  });
});
