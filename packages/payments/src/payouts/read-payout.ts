import type { PayoutFacts, ProviderOutcome } from "@evenshare/application";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readPayoutFacts, wirePayout } from "./payout";

export function readPayout(
  { stripe }: Rail,
  accountId: string,
  payoutId: string,
): Promise<ProviderOutcome<PayoutFacts>> {
  return attemptRead(async () => {
    const options = { stripeAccount: accountId };
    const payout = checkAnswer(wirePayout, await stripe.payouts.retrieve(payoutId, {}, options));
    expectEqual("id", payout.id, payoutId);
    return readPayoutFacts(accountId, payout);
  });
}
