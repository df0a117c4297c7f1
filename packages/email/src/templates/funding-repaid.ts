import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact } from "./facts";
import { amount, currency, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, currency, amount, owed: amount });
type Facts = z.output<typeof data>;

/** The brand made good what its bank had taken back after it was released. */
export const fundingRepaid = defineTemplate({
  template: "funding.repaid",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `Receipt: you repaid what was owed for ${facts.milestoneTitle.short}`,
    preview: "What your bank had taken back is paid again.",
    ...common(facts),
    heading: "You repaid what was owed",
    lead: ["This is your receipt. What your bank had taken back after it was released is paid again."],
    next: [
      facts.owed > 0n
        ? `${formatAmount(facts.owed, facts.currency)} is still owed for this milestone.`
        : "Nothing is owed for this milestone any more.",
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `The brand has repaid what its bank took back: ${facts.milestoneTitle.short}`,
    preview: "Nothing changes for what you have received.",
    ...common(facts),
    heading: "The brand has repaid what its bank took back",
    lead: [`Nothing changes for what you have received: it was yours all along.`],
    next: ["There is nothing for you to do."],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "released", word: "Repaid" } as const,
    figure: { label: "Repaid", amount: formatAmount(facts.amount, facts.currency) },
    facts: [amountFact("Still owed", facts.owed, facts.currency), ...aboutMilestone(facts)],
  };
}
