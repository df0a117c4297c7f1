import type { DisputeFacts, DisputeMovement, ProviderOutcome } from "@evenshare/application";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { fromWire, wireCurrency, wireRule } from "../currency/rail-amount";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";

const wireMovement = z.object({
  object: z.literal("balance_transaction"),
  amount: z.int(),
  fee: z.int(),
  currency: wireCurrency,
});

const wireDispute = z.object({
  object: z.literal("dispute"),
  id: z.string().min(1),
  currency: wireCurrency,
  payment_intent: z.string(),
  reason: z.string(),
  status: z.string(),
  balance_transactions: z.array(wireMovement),
  evidence_details: z.object({ due_by: z.int().nullish() }).nullish(),
});

type WireDispute = z.infer<typeof wireDispute>;

/**
 * Reads a dispute with what it moved on our balance. A bank debit that was returned is a dispute too, lost from the
 * start.
 */
export function readDispute({ stripe }: Rail, disputeId: string): Promise<ProviderOutcome<DisputeFacts>> {
  return attemptRead(async () => {
    const dispute = checkAnswer(wireDispute, await stripe.disputes.retrieve(disputeId));
    expectEqual("id", dispute.id, disputeId);
    const dueBy = dispute.evidence_details?.due_by;
    return {
      disputeId,
      paymentIntentId: dispute.payment_intent,
      currency: dispute.currency,
      withdrawn: movement(dispute, "out"),
      reinstated: movement(dispute, "in"),
      status: dispute.status === "won" || dispute.status === "lost" ? dispute.status : "open",
      reason: dispute.reason,
      evidenceDueAt: dueBy ? new Date(dueBy * 1_000) : null,
    };
  });
}

/** What went out of our balance or came back, as positive amounts. A fee that came back is positive too. */
function movement(
  { balance_transactions: booked, currency }: WireDispute,
  way: "out" | "in",
): DisputeMovement | null {
  const moved = booked.filter(({ amount }) => (way === "out" ? amount < 0 : amount > 0));
  if (moved.length === 0) return null;
  const rule = wireRule(currency);
  const sign = way === "out" ? -1n : 1n;
  const total = (field: "amount" | "fee") =>
    moved.reduce((sum, booking) => sum + fromWire(booking[field], rule), 0n);
  for (const booking of moved) expectEqual("booking currency", booking.currency, currency);
  return { amount: sign * total("amount"), fee: -sign * total("fee") };
}
