import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, currency, amount, held: amount, owed: amount });
type Facts = z.output<typeof data>;

/** The provider decided that a disputed payment stands: the money is back where it was. */
export const fundingRestored = defineTemplate({
  template: "funding.restored",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `The disputed payment stands: ${facts.milestoneTitle.short}`,
    preview: "The money is back where it was.",
    ...common(facts),
    heading: "The disputed payment stands",
    lead: [`The money is back: ${formatAmount(facts.held, facts.currency)} is held for this milestone now.`],
    next: [`The hold has ended, and ${facts.producerName.short} has been told. You need not pay again.`],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `The payment is back: ${facts.milestoneTitle.short}`,
    preview: "The money is held for you again.",
    ...common(facts),
    heading: "The payment is back",
    lead: [`${formatAmount(facts.held, facts.currency)} is held for you now.`],
    next: ["The hold has ended. You can go on with the work that is held."],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "held", word: "Held again" } as const,
    figure: { label: "Back again", amount: formatAmount(facts.amount, facts.currency) },
    facts: [
      amountFact("Held now", facts.held, facts.currency),
      ...optionalAmount("Owed by the brand", facts.owed, facts.currency),
      ...aboutMilestone(facts),
    ],
    saysWhoHolds: true,
  };
}
