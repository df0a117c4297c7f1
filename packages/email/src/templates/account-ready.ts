import { z } from "zod";
import { accountFact } from "./account";
import { defineTemplate } from "./define-template";
import { name } from "./fields";
import { onboardingPage } from "./pages";

/** The producer's account at the payment provider can be paid, for the first time or again. */
export const accountReady = defineTemplate({
  template: "account.ready",
  kind: "money",
  data: z.object({ producerName: name }),
  producer: (facts) => ({
    subject: "You can be paid",
    preview: "Stripe has confirmed your account.",
    status: { tone: "released", word: "Ready" },
    heading: "You can be paid",
    lead: ["Stripe has confirmed your account. Whatever waited for it is taken up now."],
    facts: [accountFact(facts)],
    next: ["Releases go to your Stripe account and from there to your bank, by themselves."],
    button: { label: "See your payout account", path: onboardingPage },
  }),
});
