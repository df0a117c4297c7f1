import type { ProviderOutcome } from "@evenshare/application";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";

/** An account link has no id. */
const wireLink = z.object({ object: z.literal("account_link"), url: z.url() });

/**
 * A single-use address of Stripe's onboarding pages. Judged like a read: a link whose answer was lost harms nobody, so
 * asking for another is always safe, and each visit needs a fresh one.
 */
export function createOnboardingLink(
  { stripe }: Rail,
  accountId: string,
  returnUrl: string,
  refreshUrl: string,
): Promise<ProviderOutcome<{ url: string }>> {
  return attemptRead(async () => {
    const answer = await stripe.accountLinks.create({
      account: accountId,
      type: "account_onboarding",
      return_url: returnUrl,
      refresh_url: refreshUrl,
    });
    return { url: checkAnswer(wireLink, answer).url };
  });
}
