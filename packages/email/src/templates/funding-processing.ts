import { z } from "zod";
import { formatInstant } from "../words/dates";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, deadlineFact } from "./facts";
import { amount, currency, deadlineFields, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, ...deadlineFields, currency, amount, held: amount });
type Facts = z.output<typeof data>;

/** The brand's bank was asked for the money, which takes days: nothing is held until it has paid. */
export const fundingProcessing = defineTemplate({
  template: "funding.processing",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `Bank debit begun: ${facts.milestoneTitle.short}`,
    preview: "Your bank takes days to pay. Nothing is held from it until then.",
    ...common(facts),
    heading: "Your bank has been asked for the money",
    lead: [
      `A debit from a bank account takes days, and your bank may still refuse it. Nothing is held from it until it is through, and ${facts.producerName.short} knows that.`,
    ],
    next: [
      `It is expected to be through by ${formatInstant(facts.dueAt, facts.timeZone)}. You get a mail when the money is held, or when your bank has refused. Do not pay again meanwhile.`,
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `A payment is on its way, please wait: ${facts.milestoneTitle.short}`,
    preview: "Nothing is held for you from it yet.",
    ...common(facts),
    heading: "A payment is on its way",
    lead: [
      `${facts.brandName.short} pays by debit from its bank account. That takes days and may still be refused: nothing is held for you from it yet, and work for it is unprotected.`,
    ],
    next: [
      `It is expected to be through by ${formatInstant(facts.dueAt, facts.timeZone)}. Wait until you get the mail that the money is held.`,
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "accent", word: "Being processed" } as const,
    figure: { label: "Not held yet", amount: formatAmount(facts.amount, facts.currency) },
    facts: [
      amountFact("Held now", facts.held, facts.currency),
      deadlineFact("Expected by", facts),
      ...aboutMilestone(facts),
    ],
    saysWhoHolds: true,
  };
}
