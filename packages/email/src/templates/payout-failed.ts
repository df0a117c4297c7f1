import { z } from "zod";
import { defineTemplate } from "./define-template";
import { passage } from "./fields";
import { onboardingPage } from "./pages";
import {
  aboutPayout,
  bankFacts,
  payoutFields,
  payoutPageOfBrand,
  payoutSubject,
  producerOf,
  writtenPayout,
} from "./payout";

/** A bank did not take a payout: why, and what the producer does about it. */
export const payoutFailed = defineTemplate({
  template: "payout.failed",
  kind: "money",
  data: z.object({ ...payoutFields, reason: passage, fix: passage }),
  brand: (facts) => ({
    subject: `Payout to ${producerOf(facts)} failed: ${payoutSubject(facts)}`,
    preview: "Your release stands. There is nothing for you to do.",
    status: { tone: "risk", word: "Payout failed" },
    heading: `The payout to ${producerOf(facts)} failed`,
    lead: [
      `The bank of ${producerOf(facts)} did not take the money. It is back in their Stripe account; your release stands and you owe nothing more.`,
    ],
    figure: { label: "Not paid out", amount: writtenPayout(facts) },
    facts: aboutPayout(facts),
    next: [`There is nothing for you to do: ${producerOf(facts)} has been told the reason and what to do.`],
    button: payoutPageOfBrand(facts),
  }),
  producer: (facts) => ({
    subject: `Payout failed, please act: ${payoutSubject(facts)}`,
    preview: "The money is safe in your Stripe account. See why it failed and what to do.",
    status: { tone: "risk", word: "Payout failed" },
    heading: "Your payout failed",
    lead: ["Your bank did not take the money. It is not lost: it is back in your Stripe account."],
    figure: { label: "Not paid out", amount: writtenPayout(facts) },
    facts: [...bankFacts(facts), ...aboutPayout(facts)],
    quotes: [
      { label: "Why it failed", lines: facts.reason },
      { label: "What to do", lines: facts.fix },
    ],
    next: ["Once this is put right, the payout can be sent again. You get a mail when it is on its way."],
    button: { label: "Check your bank details", path: onboardingPage },
  }),
});
