import type { AccountFacts, ProviderOutcome } from "@evenshare/application";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readAccountFacts, wireAccount } from "./account";

export function readAccount({ stripe }: Rail, accountId: string): Promise<ProviderOutcome<AccountFacts>> {
  return attemptRead(async () => {
    const account = checkAnswer(wireAccount, await stripe.accounts.retrieve(accountId));
    expectEqual("id", account.id, accountId);
    return readAccountFacts(account);
  });
}
