import type { PassFaultPoint, PaymentGateway } from "@evenshare/application";
import { createAccount } from "./accounts/create-account";
import { createDashboardLink } from "./accounts/create-dashboard-link";
import { createOnboardingLink } from "./accounts/create-onboarding-link";
import { readAccount } from "./accounts/read-account";
import { listMovements } from "./balance/list-movements";
import { readBalance } from "./balance/read-balance";
import { createCheckout } from "./checkout/create-checkout";
import { expireCheckout } from "./checkout/expire-checkout";
import { readCheckout } from "./checkout/read-checkout";
import { readPayment } from "./checkout/read-payment";
import { connectStripe, type StripeConnection } from "./client/connect-stripe";
import { readDispute } from "./disputes/read-dispute";
import { chargeSaved, findSavedCharge } from "./methods/charge-saved";
import { createCustomer } from "./methods/create-customer";
import { detachMethod } from "./methods/detach-method";
import { createSetup, readSetup } from "./methods/setup-session";
import { createPayout } from "./payouts/create-payout";
import { findPayout } from "./payouts/find-payout";
import { readPayout } from "./payouts/read-payout";
import { createRefund } from "./refunds/create-refund";
import { findRefund, listRefunds } from "./refunds/find-refund";
import { readRefund } from "./refunds/read-refund";
import { createTransfer } from "./transfers/create-transfer";
import { findTransfer } from "./transfers/find-transfer";
import { readTransfer } from "./transfers/read-transfer";
import { readWebhook } from "./webhooks/read-webhook";

export interface PaymentGatewayOptions extends StripeConnection {
  /** Signing secret of the endpoint for events of the platform account. */
  readonly platformWebhookSecret: string;
  /** Signing secret of the endpoint for events of connected accounts. */
  readonly connectWebhookSecret: string;
  readonly passFaultPoint: PassFaultPoint;
}

/**
 * The payment gateway over Stripe. The same code speaks to the local sandbox and to Stripe itself; only `apiBase` and
 * the keys differ.
 *
 * @throws Error when the configuration is wrong, or a live key would be sent to a host that is not Stripe.
 */
export function createPaymentGateway(options: PaymentGatewayOptions): PaymentGateway {
  const secrets = { platform: options.platformWebhookSecret, connect: options.connectWebhookSecret };
  for (const [endpoint, secret] of Object.entries(secrets)) {
    // An empty secret would let anyone sign.
    if (secret.trim() === "") throw new Error(`the ${endpoint} webhook secret is empty`);
  }
  const stripe = connectStripe(options);
  const rail = { stripe, passFaultPoint: options.passFaultPoint };
  return {
    createCheckout: (request) => createCheckout(rail, request),
    expireCheckout: (sessionId) => expireCheckout(rail, sessionId),
    readCheckout: (sessionId) => readCheckout(rail, sessionId),
    readPayment: (paymentIntentId) => readPayment(rail, paymentIntentId),
    createCustomer: (request) => createCustomer(rail, request),
    createSetup: (request) => createSetup(rail, request),
    readSetup: (sessionId) => readSetup(rail, sessionId),
    detachMethod: (methodId) => detachMethod(rail, methodId),
    chargeSaved: (request) => chargeSaved(rail, request),
    findSavedCharge: (request) => findSavedCharge(rail, request),
    readDispute: (disputeId) => readDispute(rail, disputeId),
    createTransfer: (request) => createTransfer(rail, request),
    findTransfer: (request) => findTransfer(rail, request),
    readTransfer: (transferId) => readTransfer(rail, transferId),
    createRefund: (request) => createRefund(rail, request),
    findRefund: (request) => findRefund(rail, request),
    readRefund: (refundId) => readRefund(rail, refundId),
    listRefunds: (chargeId) => listRefunds(rail, chargeId),
    createPayout: (request) => createPayout(rail, request),
    findPayout: (request) => findPayout(rail, request),
    readPayout: (accountId, payoutId) => readPayout(rail, accountId, payoutId),
    createAccount: (request) => createAccount(rail, request),
    readAccount: (accountId) => readAccount(rail, accountId),
    createOnboardingLink: (accountId, returnUrl, refreshUrl) =>
      createOnboardingLink(rail, accountId, returnUrl, refreshUrl),
    createDashboardLink: (accountId) => createDashboardLink(rail, accountId),
    readBalance: (accountId) => readBalance(rail, accountId),
    listMovements: (request) => listMovements(rail, request),
    readWebhook: async (endpoint, body, signature, now) =>
      readWebhook(stripe, { secret: secrets[endpoint], body, signature, now }),
  };
}
