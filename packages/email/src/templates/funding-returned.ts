import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, currency, amount, held: amount, owed: amount, reason: passage });
type Facts = z.output<typeof data>;

/** The brand's bank took back money that had arrived: what of it was held is gone, what was released is owed. */
export const fundingReturned = defineTemplate({
  template: "funding.returned",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `Payment taken back, please act: ${facts.milestoneTitle.short}`,
    preview: "Your bank took a payment back after it had arrived.",
    ...common(facts),
    heading: "Your bank took a payment back",
    lead: [
      `What of it was held has left the held funds: ${written(facts.held, facts)} is held for this milestone now.`,
      ...(facts.owed > 0n
        ? [
            `What had been released to ${facts.producerName.short} stays with them; you owe ${written(facts.owed, facts)}.`,
          ]
        : []),
    ],
    next: [
      `${facts.producerName.short} has been told to wait. Open the milestone to see why, and to pay again what is missing.`,
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `A payment was taken back, please wait: ${facts.milestoneTitle.short}`,
    preview: "What was released to you stays yours. Wait with further work.",
    ...common(facts),
    heading: "A payment was taken back by the brand's bank",
    lead: [
      `What was released to you stays yours. ${written(facts.held, facts)} is held for this milestone now; work above it is unprotected.`,
    ],
    next: [
      `${facts.brandName.short} is asked to pay again. Wait with further work until you get the mail that the money is held. If you think that this is wrong, say so on the milestone's page.`,
    ],
    button: { label: "See why, or object", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "risk", word: "Taken back" } as const,
    figure: { label: "Taken back", amount: written(facts.amount, facts) },
    facts: [
      amountFact("Held now", facts.held, facts.currency),
      ...optionalAmount("Owed by the brand", facts.owed, facts.currency),
      ...aboutMilestone(facts),
    ],
    quotes: [{ label: "Why", lines: facts.reason }],
    saysWhoHolds: true,
  };
}

function written(amountToWrite: bigint, { currency: code }: Facts): string {
  return formatAmount(amountToWrite, code);
}
