import type { AccountFacts, AccountRequest, ProviderOutcome } from "@evenshare/application";
import type Stripe from "stripe";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { toWireCurrency } from "../currency/rail-amount";
import { idempotencyKey } from "../keys/idempotency-key";
import { operationMetadata } from "../keys/metadata";
import { attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readAccountFacts, wireAccount } from "./account";

/**
 * Opens a connected account for a producer: Stripe collects the requirements on its own pages, the platform bears fees
 * and losses, and money leaves only by payouts we create (manual schedule), each tied to releases.
 */
export function createAccount(rail: Rail, request: AccountRequest): Promise<ProviderOutcome<AccountFacts>> {
  const { operation, organizationId } = request;
  const params: Stripe.AccountCreateParams = {
    country: request.country,
    email: request.email,
    default_currency: toWireCurrency(request.currency),
    business_profile: { name: request.businessName },
    controller: {
      fees: { payer: "application" },
      losses: { payments: "application" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: "express" },
    },
    capabilities: { transfers: { requested: true } },
    settings: { payouts: { schedule: { interval: "manual" } } },
    metadata: operationMetadata(operation, { organization_id: organizationId }),
  };
  const key = idempotencyKey("account", operation);
  return attemptWrite(rail.passFaultPoint, async () => {
    const account = checkAnswer(
      wireAccount,
      await rail.stripe.accounts.create(params, { idempotencyKey: key }),
    );
    const facts = readAccountFacts(account);
    expectEqual("organization", facts.organizationId, organizationId);
    return facts;
  });
}
