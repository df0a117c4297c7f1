import type { PaymentFacts, ProviderOutcome, SavedCharge } from "@evenshare/application";
import type Stripe from "stripe";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { collectPages } from "../answers/collect-pages";
import { expectEqual } from "../answers/expect-equal";
import { onlyOne } from "../answers/only-one";
import { readPayment } from "../checkout/read-payment";
import { toWire, toWireCurrency, wireRule } from "../currency/rail-amount";
import { refuseAmount } from "../currency/refuse-amount";
import { idempotencyKey } from "../keys/idempotency-key";
import { milestoneGroup, operationIdOf, operationMetadata, wireMetadata } from "../keys/metadata";
import { attemptRead, attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";

const wireIntent = z.object({
  object: z.literal("payment_intent"),
  id: z.string().startsWith("pi_"),
  metadata: wireMetadata,
});

/**
 * Charges a saved method while nobody is there. A card that wants its holder is refused with
 * `authentication_required`, a declined one with the bank's reason; neither charged anything.
 */
export async function chargeSaved(rail: Rail, request: SavedCharge): Promise<ProviderOutcome<PaymentFacts>> {
  const { operation, currency } = request;
  const amount = toWire(request.amount, wireRule(currency));
  if (amount === null) return refuseAmount(request.amount, currency);
  const params: Stripe.PaymentIntentCreateParams = {
    amount,
    currency: toWireCurrency(currency),
    customer: request.customerId,
    payment_method: request.methodId,
    allowed_payment_method_types: [request.kind],
    off_session: true,
    confirm: true,
    description: request.description,
    transfer_group: milestoneGroup(request.milestoneId),
    metadata: operationMetadata(operation, {
      milestone_id: request.milestoneId,
      partnership_id: request.partnershipId,
    }),
  };
  const key = idempotencyKey("charge", operation);
  const made = await attemptWrite(rail.passFaultPoint, async () => {
    const answer = await rail.stripe.paymentIntents.create(params, { idempotencyKey: key });
    const intent = checkAnswer(wireIntent, answer);
    expectEqual("operation", operationIdOf(intent.metadata), operation.id);
    return intent.id;
  });
  if (made.kind !== "done") return made;
  const read = await readPayment(rail, made.value);
  // It was made: whatever became of the look, it may not be tried again as if it had not been.
  return read.kind === "done" ? read : { kind: "unknown", reason: read.reason };
}

/** Looks through the customer's payments for the one this operation made; null when there is none. */
export async function findSavedCharge(
  rail: Rail,
  request: Pick<SavedCharge, "operation" | "customerId">,
): Promise<ProviderOutcome<PaymentFacts | null>> {
  const found = await attemptRead(async () => {
    const intents = await collectPages(
      (page) => rail.stripe.paymentIntents.list({ ...page, customer: request.customerId }),
      wireIntent,
    );
    const made = intents.filter(({ metadata }) => operationIdOf(metadata) === request.operation.id);
    return onlyOne(request.operation.id, made)?.id ?? null;
  });
  if (found.kind !== "done" || found.value === null)
    return found.kind === "done" ? { ...found, value: null } : found;
  return readPayment(rail, found.value);
}
