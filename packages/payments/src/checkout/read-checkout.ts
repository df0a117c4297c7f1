import type { CheckoutSession, ProviderOutcome } from "@evenshare/application";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readSession, wireSession } from "./session";

export function readCheckout({ stripe }: Rail, sessionId: string): Promise<ProviderOutcome<CheckoutSession>> {
  return attemptRead(async () => {
    const session = checkAnswer(wireSession, await stripe.checkout.sessions.retrieve(sessionId));
    expectEqual("id", session.id, sessionId);
    return readSession(session);
  });
}
