import { accountLinkRoutes } from "./connect/account-links";
import { accountRoutes } from "./connect/accounts";
import { externalAccountRoutes } from "./connect/external-accounts";
import { payoutRoutes } from "./connect/payouts";
import { reversalRoutes } from "./connect/reversals";
import { topupRoutes } from "./connect/topups";
import { transferRoutes } from "./connect/transfers";
import { eventRoutes } from "./events/event-routes";
import { webhookEndpointRoutes } from "./events/webhook-endpoints";
import type { Route } from "./http/route";
import { balanceRoutes } from "./ledger/balance-routes";
import { chargeRoutes } from "./payments/charge-routes";
import { checkoutRoutes } from "./payments/checkout-sessions";
import { customerRoutes } from "./payments/customers";
import { disputeRoutes } from "./payments/dispute-routes";
import { paymentIntentRoutes } from "./payments/intent-routes";
import { mandateRoutes } from "./payments/mandates";
import { paymentMethodRoutes } from "./payments/payment-method-routes";
import { refundRoutes } from "./payments/refunds";
import { setupIntentRoutes } from "./payments/setup-intent-routes";

/** Every endpoint the sandbox has. What is not listed here answers 404, as an unknown URL does at Stripe. */
export const routes: Route[] = [
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...mandateRoutes,
  ...setupIntentRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...checkoutRoutes,
  ...accountRoutes,
  ...externalAccountRoutes,
  ...accountLinkRoutes,
  ...transferRoutes,
  ...reversalRoutes,
  ...payoutRoutes,
  ...topupRoutes,
  ...balanceRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
];
