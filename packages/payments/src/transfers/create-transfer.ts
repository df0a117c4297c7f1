import type { ProviderOutcome, TransferFacts, TransferRequest } from "@evenshare/application";
import type Stripe from "stripe";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { toWire, toWireCurrency, wireRule } from "../currency/rail-amount";
import { refuseAmount } from "../currency/refuse-amount";
import { idempotencyKey } from "../keys/idempotency-key";
import { milestoneGroup, operationMetadata } from "../keys/metadata";
import { attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readTransferFacts, wireTransfer } from "./transfer";

/**
 * Moves money of one charge to the producer's account. Tied to the charge (`source_transaction`), so it can be made
 * before the charge's money is available, and Stripe itself refuses more than the charge brought (C25).
 */
export async function createTransfer(
  rail: Rail,
  request: TransferRequest,
): Promise<ProviderOutcome<TransferFacts>> {
  const { operation, currency, accountId } = request;
  const amount = toWire(request.amount, wireRule(currency));
  if (amount === null) return refuseAmount(request.amount, currency);
  const params: Stripe.TransferCreateParams = {
    amount,
    currency: toWireCurrency(currency),
    destination: accountId,
    source_transaction: request.chargeId,
    transfer_group: milestoneGroup(request.milestoneId),
    metadata: operationMetadata(operation, {
      milestone_id: request.milestoneId,
      release_id: request.releaseId,
    }),
  };
  const key = idempotencyKey("transfer", operation);
  return attemptWrite(rail.passFaultPoint, async () => {
    const answer = await rail.stripe.transfers.create(params, { idempotencyKey: key });
    const transfer = checkAnswer(wireTransfer, answer);
    const facts = readTransferFacts(transfer);
    expectEqual("operation", facts.operationId, operation.id);
    expectEqual("amount", facts.amount, request.amount);
    expectEqual("currency", facts.currency, currency);
    expectEqual("destination", transfer.destination, accountId);
    return facts;
  });
}
