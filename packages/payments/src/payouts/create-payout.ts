import type { PayoutFacts, PayoutRequest, ProviderOutcome } from "@evenshare/application";
import type Stripe from "stripe";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { toWire, toWireCurrency, wireRule } from "../currency/rail-amount";
import { refuseAmount } from "../currency/refuse-amount";
import { idempotencyKey } from "../keys/idempotency-key";
import { operationMetadata } from "../keys/metadata";
import { attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readPayoutFacts, wirePayout } from "./payout";

/** Sends money of the producer's account to its bank. It needs available money: until then the outcome is `later`. */
export async function createPayout(
  rail: Rail,
  request: PayoutRequest,
): Promise<ProviderOutcome<PayoutFacts>> {
  const { operation, currency, accountId } = request;
  const amount = toWire(request.amount, wireRule(currency));
  if (amount === null) return refuseAmount(request.amount, currency);
  const params: Stripe.PayoutCreateParams = {
    amount,
    currency: toWireCurrency(currency),
    metadata: operationMetadata(operation, {}),
  };
  const options = { idempotencyKey: idempotencyKey("payout", operation), stripeAccount: accountId };
  return attemptWrite(rail.passFaultPoint, async () => {
    const payout = checkAnswer(wirePayout, await rail.stripe.payouts.create(params, options));
    const facts = readPayoutFacts(accountId, payout);
    expectEqual("operation", facts.operationId, operation.id);
    expectEqual("amount", facts.amount, request.amount);
    expectEqual("currency", facts.currency, currency);
    return facts;
  });
}
