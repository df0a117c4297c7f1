import type { CheckoutRequest, CheckoutSession, ProviderOutcome } from "@evenshare/application";
import type { CurrencyCode } from "@evenshare/domain";
import type Stripe from "stripe";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { toWire, toWireCurrency, wireRule } from "../currency/rail-amount";
import { refuseAmount } from "../currency/refuse-amount";
import { idempotencyKey } from "../keys/idempotency-key";
import { milestoneGroup, operationMetadata } from "../keys/metadata";
import { attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readSession, wireSession } from "./session";

/**
 * Opens a hosted page on which the brand pays the milestone's amount and, where there is one, our fee: by card,
 * and in US dollars also by debit from a bank account.
 *
 * A repeat under the same attempt class must carry the same `expiresAt` (30 minutes to 24 hours ahead): the key belongs
 * to the parameters.
 */
export async function createCheckout(
  rail: Rail,
  request: CheckoutRequest,
): Promise<ProviderOutcome<CheckoutSession>> {
  const { operation, currency } = request;
  const rule = wireRule(currency);
  const amount = toWire(request.amount, rule);
  const fee = toWire(request.fee, rule);
  if (amount === null || fee === null)
    return refuseAmount(amount === null ? request.amount : request.fee, currency);

  const metadata = operationMetadata(operation, {
    milestone_id: request.milestoneId,
    partnership_id: request.partnershipId,
  });
  const lines = [lineItem(request.description, amount, toWireCurrency(currency))];
  if (fee > 0) lines.push(lineItem("Evenshare fee", fee, toWireCurrency(currency)));

  const params: Stripe.Checkout.SessionCreateParams = {
    mode: "payment",
    allowed_payment_method_types: methodsFor(currency),
    // The currency is fixed at funding; nobody is to be charged in another one.
    adaptive_pricing: { enabled: false },
    line_items: lines,
    client_reference_id: operation.id,
    metadata,
    payment_intent_data: { metadata, transfer_group: milestoneGroup(request.milestoneId) },
    expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
  };
  const key = idempotencyKey("checkout", operation);
  return attemptWrite(rail.passFaultPoint, async () => {
    const answer = await rail.stripe.checkout.sessions.create(params, { idempotencyKey: key });
    const session = readSession(checkAnswer(wireSession, answer));
    expectEqual("client reference", session.fundingId, operation.id);
    return session;
  });
}

/** Bank accounts of the US can be debited in US dollars only. */
function methodsFor(
  currency: CurrencyCode,
): NonNullable<Stripe.Checkout.SessionCreateParams["allowed_payment_method_types"]> {
  return currency === "USD" ? ["card", "us_bank_account"] : ["card"];
}

function lineItem(
  name: string,
  amount: number,
  currency: string,
): Stripe.Checkout.SessionCreateParams.LineItem {
  return { quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name } } };
}
