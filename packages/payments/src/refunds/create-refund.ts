import type { ProviderOutcome, RefundFacts, RefundRequest } from "@evenshare/application";
import type Stripe from "stripe";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { toWire, wireRule } from "../currency/rail-amount";
import { refuseAmount } from "../currency/refuse-amount";
import { idempotencyKey } from "../keys/idempotency-key";
import { operationMetadata } from "../keys/metadata";
import { attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";
import { chargeOf, readRefundFacts, wireRefund } from "./refund";

/**
 * Returns money of one charge to whoever paid it. Stripe itself refuses more than the charge brought, earlier refunds
 * counted. Transfers made from the charge stay: what is refunded here was never transferred.
 */
export async function createRefund(
  rail: Rail,
  request: RefundRequest,
): Promise<ProviderOutcome<RefundFacts>> {
  const { operation, currency, chargeId } = request;
  const amount = toWire(request.amount, wireRule(currency));
  if (amount === null) return refuseAmount(request.amount, currency);
  const params: Stripe.RefundCreateParams = {
    charge: chargeId,
    amount,
    reason: "requested_by_customer",
    metadata: operationMetadata(operation, { milestone_id: request.milestoneId }),
  };
  const key = idempotencyKey("refund", operation);
  return attemptWrite(rail.passFaultPoint, async () => {
    const refund = checkAnswer(wireRefund, await rail.stripe.refunds.create(params, { idempotencyKey: key }));
    const facts = readRefundFacts(refund);
    expectEqual("operation", facts.operationId, operation.id);
    expectEqual("amount", facts.amount, request.amount);
    expectEqual("currency", facts.currency, currency);
    expectEqual("charge", chargeOf(refund), chargeId);
    return facts;
  });
}
