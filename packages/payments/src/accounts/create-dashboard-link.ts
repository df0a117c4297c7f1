import type { ProviderOutcome } from "@evenshare/application";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";

/** A login link has no id. */
const wireLink = z.object({ object: z.literal("login_link"), url: z.url() });

/** A single-use address of Stripe's Express dashboard. Judged like a read: asking for another is always safe. */
export function createDashboardLink(
  { stripe }: Rail,
  accountId: string,
): Promise<ProviderOutcome<{ url: string }>> {
  return attemptRead(async () => {
    const answer = await stripe.accounts.createLoginLink(accountId);
    return { url: checkAnswer(wireLink, answer).url };
  });
}
