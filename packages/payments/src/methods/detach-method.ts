import type { ProviderOutcome } from "@evenshare/application";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";

const wireDetached = z.object({ object: z.literal("payment_method"), id: z.string() });

/** Forgets a saved method. Judged like a read, because detaching twice harms nobody: the second time is refused. */
export function detachMethod({ stripe }: Rail, methodId: string): Promise<ProviderOutcome<null>> {
  return attemptRead(async () => {
    checkAnswer(wireDetached, await stripe.paymentMethods.detach(methodId));
    return null;
  });
}
