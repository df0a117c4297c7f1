import type { ProviderOutcome, RefundFacts, RefundRequest } from "@evenshare/application";
import { collectPages } from "../answers/collect-pages";
import { onlyOne } from "../answers/only-one";
import { operationIdOf } from "../keys/metadata";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readRefundFacts, wireRefund } from "./refund";

/** Looks through every refund of the charge for the one this operation made; null when there is none. */
export function findRefund(
  rail: Rail,
  { chargeId, operation }: RefundRequest,
): Promise<ProviderOutcome<RefundFacts | null>> {
  return attemptRead(async () => {
    const refunds = await collectRefunds(rail, chargeId);
    const made = refunds.filter(({ metadata }) => operationIdOf(metadata ?? {}) === operation.id);
    const refund = onlyOne(operation.id, made);
    return refund === null ? null : readRefundFacts(refund);
  });
}

/** All refunds of a charge. */
export function listRefunds(rail: Rail, chargeId: string): Promise<ProviderOutcome<readonly RefundFacts[]>> {
  return attemptRead(async () => (await collectRefunds(rail, chargeId)).map(readRefundFacts));
}

function collectRefunds({ stripe }: Rail, chargeId: string) {
  return collectPages((page) => stripe.refunds.list({ ...page, charge: chargeId }), wireRefund);
}
