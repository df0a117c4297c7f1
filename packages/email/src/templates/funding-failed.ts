import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact } from "./facts";
import { amount, currency, milestoneFields, optional, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  currency,
  amount,
  held: amount,
  reason: passage,
  fix: optional(passage),
});
type Facts = z.output<typeof data>;

/** A payment for a milestone failed or was taken back; both sides hear of it before further work. */
export const fundingFailed = defineTemplate({
  template: "funding.failed",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `Payment failed, please act: ${facts.milestoneTitle.short}`,
    preview: "It was not added to the held funds. See why, and pay again.",
    ...common(facts),
    heading: "Your payment did not go through",
    lead: [
      `It was not added to the held funds: ${written(facts.held, facts)} is held for this milestone now.`,
    ],
    quotes: [
      { label: "Why it failed", lines: facts.reason },
      {
        label: "What to do",
        lines: facts.fix ?? ["Pay again, with another payment method if this one is refused twice."],
      },
    ],
    next: ["Nothing happens by itself: the milestone waits until you pay again."],
    button: { label: "Pay again", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `Funding failed, please wait: ${facts.milestoneTitle.short}`,
    preview: "Work above what is held is unprotected.",
    ...common(facts),
    heading: "The funding of your milestone failed",
    lead: [
      `The payment by ${facts.brandName.short} did not go through. ${written(facts.held, facts)} is held for you; work above it is unprotected.`,
    ],
    next: [
      `${facts.brandName.short} has been told why and is asked to pay again. Wait with further work until you get the mail that the money is held.`,
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "risk", word: "Funding failed" } as const,
    figure: { label: "Did not go through", amount: written(facts.amount, facts) },
    facts: [amountFact("Held now", facts.held, facts.currency), ...aboutMilestone(facts)],
    saysWhoHolds: true,
  };
}

function written(amountToWrite: bigint, { currency: code }: Facts): string {
  return formatAmount(amountToWrite, code);
}
