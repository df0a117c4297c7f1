import type { PayoutRequest, TransferRequest } from "@evenshare/application";
import { createPaymentGateway, type PaymentGatewayOptions } from "../../src";

export const platformSecret = "whsec_platform";
export const connectSecret = "whsec_connect";

export function openGateway(options: Partial<PaymentGatewayOptions> = {}) {
  return createPaymentGateway({
    secretKey: "sk_test_evenshare",
    platformWebhookSecret: platformSecret,
    connectWebhookSecret: connectSecret,
    passFaultPoint: async () => {},
    timeoutMs: 2_000,
    ...options,
  });
}

export const transferRequest: TransferRequest = {
  operation: { id: "transfer-1", attemptClass: 0 },
  amount: 30_000n,
  currency: "GBP",
  accountId: "acct_1",
  chargeId: "ch_1",
  milestoneId: "milestone-1",
  releaseId: "release-1",
};

export const payoutRequest: PayoutRequest = {
  operation: { id: "payout-1", attemptClass: 0 },
  accountId: "acct_1",
  amount: 30_000n,
  currency: "GBP",
};

/** The answer to {@link transferRequest} as Stripe would give it. */
export const transferAnswer = {
  object: "transfer",
  id: "tr_1",
  amount: 30_000,
  amount_reversed: 0,
  currency: "gbp",
  destination: "acct_1",
  metadata: { evenshare_operation: "transfer-1" },
};
