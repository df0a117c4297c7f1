import type { PayoutFacts, PayoutRequest, ProviderOutcome } from "@evenshare/application";
import { collectPages } from "../answers/collect-pages";
import { onlyOne } from "../answers/only-one";
import { operationIdOf } from "../keys/metadata";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readPayoutFacts, wirePayout } from "./payout";

/** Looks through every payout of the account for the one this operation made; null when there is none. */
export function findPayout(
  { stripe }: Rail,
  { operation, accountId }: PayoutRequest,
): Promise<ProviderOutcome<PayoutFacts | null>> {
  return attemptRead(async () => {
    const payouts = await collectPages(
      (page) => stripe.payouts.list(page, { stripeAccount: accountId }),
      wirePayout,
    );
    const made = payouts.filter(({ metadata }) => operationIdOf(metadata ?? {}) === operation.id);
    const payout = onlyOne(operation.id, made);
    return payout === null ? null : readPayoutFacts(accountId, payout);
  });
}
