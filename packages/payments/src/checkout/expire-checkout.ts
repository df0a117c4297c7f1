import type { CheckoutSession, ProviderOutcome } from "@evenshare/application";
import { checkAnswer } from "../answers/check-answer";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readCheckout } from "./read-checkout";
import { readSession, wireSession } from "./session";

/**
 * Closes a page that was left open. Judged like a read, because closing twice harms nobody. Stripe refuses to close a
 * page that is no longer open; then the session is told as it is now: paid, or expired already.
 */
export async function expireCheckout(
  rail: Rail,
  sessionId: string,
): Promise<ProviderOutcome<CheckoutSession>> {
  const outcome = await attemptRead(async () =>
    readSession(checkAnswer(wireSession, await rail.stripe.checkout.sessions.expire(sessionId))),
  );
  return outcome.kind === "refused" ? readCheckout(rail, sessionId) : outcome;
}
