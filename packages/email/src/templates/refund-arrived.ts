import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, currency, amount, fee: amount, held: amount });
type Facts = z.output<typeof data>;

/** Money that went back has arrived. */
export const refundArrived = defineTemplate({
  template: "refund.arrived",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `Money was returned to you: ${facts.milestoneTitle.short}`,
    preview: "The payment provider has returned it to what you paid with.",
    ...common(facts),
    heading: `${total(facts)} was returned to you`,
    lead: [
      "The payment provider has returned it to what you paid with. Your bank may take some days to show it.",
      "What the provider took for charging you is not returned; Evenshare bears it.",
    ],
    next: ["There is nothing for you to do."],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `Money was returned to the brand: ${facts.milestoneTitle.short}`,
    preview: "What you both agreed to return has arrived.",
    ...common(facts),
    heading: `${formatAmount(facts.amount, facts.currency)} was returned to ${facts.brandName.short}`,
    lead: ["What you both agreed to return has arrived. What was released to you stays yours."],
    next: ["There is nothing for you to do."],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function total({ amount: returned, fee, currency: code }: Facts): string {
  return formatAmount(returned + fee, code);
}

function common(facts: Facts) {
  return {
    status: { tone: "accent", word: "Returned" } as const,
    figure: { label: "Returned", amount: total(facts) },
    facts: [
      amountFact("Of the milestone", facts.amount, facts.currency),
      ...optionalAmount("Of the fee beside it", facts.fee, facts.currency),
      amountFact("Held now", facts.held, facts.currency),
      ...aboutMilestone(facts),
    ],
    saysWhoHolds: true,
  };
}
