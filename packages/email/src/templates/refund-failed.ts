import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, currency, amount, fee: amount, held: amount, reason: passage });
type Facts = z.output<typeof data>;

/** Money that was to go back could not: it is held again, and both decide anew. */
export const refundFailed = defineTemplate({
  template: "refund.failed",
  kind: "money",
  data,
  brand: failed,
  producer: failed,
});

function failed(facts: Facts) {
  const written = formatAmount(facts.amount, facts.currency);
  return {
    subject: `Could not be returned, please decide: ${facts.milestoneTitle.short}`,
    preview: `${written} could not be returned and is held again.`,
    status: { tone: "risk", word: "Not returned" } as const,
    figure: { label: "Held again", amount: written },
    heading: `${written} could not be returned`,
    lead: [`It is not lost: it is held for “${facts.milestoneTitle.short}” again, with the fee beside it.`],
    facts: [
      amountFact("Held now", facts.held, facts.currency),
      ...optionalAmount("Fee beside it", facts.fee, facts.currency),
      ...aboutMilestone(facts),
    ],
    quotes: [{ label: "Why", lines: facts.reason }],
    next: ["Agree again what is to become of it: either side can make an offer on the milestone's page."],
    button: { label: "Decide anew", path: milestonePage(facts.milestoneId) },
    saysWhoHolds: true,
  };
}
