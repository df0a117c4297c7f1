import type { ProviderOutcome, TransferFacts } from "@evenshare/application";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readTransferFacts, wireTransfer } from "./transfer";

export function readTransfer({ stripe }: Rail, transferId: string): Promise<ProviderOutcome<TransferFacts>> {
  return attemptRead(async () => {
    const transfer = checkAnswer(wireTransfer, await stripe.transfers.retrieve(transferId));
    expectEqual("id", transfer.id, transferId);
    return readTransferFacts(transfer);
  });
}
