import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { readTestModeEnv, type TestModeEnv } from "../env";
import { openGateway } from "../support/gateway";
import { describeContract } from "./describe-contract";
import type { Target } from "./target";

const env = readTestModeEnv();

describe("Stripe's test mode", () => {
  it.skipIf(env === null)("is there: STRIPE_TEST_SECRET_KEY and STRIPE_TEST_ACCOUNT are set", () => {
    expect(env).not.toBeNull();
  });
});

if (env !== null) describeContract("Stripe's test mode", async () => openTestMode(env));

/** The real Stripe. Nobody can fill in its hosted page here, so the payer's part is done with a test card directly. */
function openTestMode({ secretKey, payableAccount }: TestModeEnv): Target {
  const stripe = new Stripe(secretKey);
  return {
    gateway: openGateway({ secretKey, timeoutMs: 20_000 }),
    pay: async (request) => {
      const payment = await stripe.paymentIntents.create({
        amount: Number(request.amount + request.fee),
        currency: request.currency.toLowerCase(),
        payment_method: "pm_card_bypassPending",
        allowed_payment_method_types: ["card"],
        automatic_payment_methods: { enabled: true, allow_redirects: "never" },
        confirm: true,
        transfer_group: `milestone:${request.milestoneId}`,
        metadata: { evenshare_operation: request.operation.id },
      });
      return payment.id;
    },
    payableAccount: async () => payableAccount,
    close: async () => {},
  };
}
