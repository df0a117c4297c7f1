import type { ProviderOutcome, TransferFacts, TransferRequest } from "@evenshare/application";
import { collectPages } from "../answers/collect-pages";
import { onlyOne } from "../answers/only-one";
import { milestoneGroup, operationIdOf } from "../keys/metadata";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readTransferFacts, wireTransfer } from "./transfer";

/** Looks through every transfer of the milestone for the one this operation made; null when there is none. */
export function findTransfer(
  { stripe }: Rail,
  request: TransferRequest,
): Promise<ProviderOutcome<TransferFacts | null>> {
  const group = milestoneGroup(request.milestoneId);
  return attemptRead(async () => {
    const transfers = await collectPages(
      (page) => stripe.transfers.list({ ...page, transfer_group: group }),
      wireTransfer,
    );
    const made = transfers.filter(({ metadata }) => operationIdOf(metadata) === request.operation.id);
    const transfer = onlyOne(request.operation.id, made);
    return transfer === null ? null : readTransferFacts(transfer);
  });
}
