import type { ProviderOutcome, RefundFacts } from "@evenshare/application";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readRefundFacts, wireRefund } from "./refund";

export function readRefund({ stripe }: Rail, refundId: string): Promise<ProviderOutcome<RefundFacts>> {
  return attemptRead(async () => {
    const refund = checkAnswer(wireRefund, await stripe.refunds.retrieve(refundId));
    expectEqual("id", refund.id, refundId);
    return readRefundFacts(refund);
  });
}
