import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, currency, milestoneFields, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, currency, amount, note: passage });
type Facts = z.output<typeof data>;

/** The producer says that a hold is wrong; the brand reads why. */
export const holdAppealed = defineTemplate({
  template: "hold.appealed",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `${facts.producerName.short} objects to a hold: ${facts.milestoneTitle.short}`,
    preview: "Read why, and settle it with your bank if they are right.",
    ...common(facts),
    heading: `${facts.producerName.short} objects to the hold`,
    lead: ["The hold stands. If they are right, talk to your bank, or pay again: then it ends by itself."],
    next: ["Their words stand beside the reason on the milestone's page, for both of you to read."],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `Your objection was sent: ${facts.milestoneTitle.short}`,
    preview: "The brand has been told.",
    ...common(facts),
    heading: "Your objection was sent",
    lead: [`${facts.brandName.short} has been told. The hold stands until it is settled.`],
    next: ["Your words stand beside the reason on the milestone's page, for both of you to read."],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "risk", word: "Objection" } as const,
    figure: { label: "On hold", amount: formatAmount(facts.amount, facts.currency) },
    facts: aboutMilestone(facts),
    quotes: [{ label: `From ${facts.producerName.short}`, lines: facts.note }],
  };
}
