import { z } from "zod";
import type { ShownName } from "../words/literal";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact } from "./facts";
import { amount, currency, milestoneFields, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  reason: passage,
  currency,
  total: amount,
});

/** To the side that proposed: the other one has declined, and why. */
export const milestoneDeclined = defineTemplate({
  template: "milestone.declined",
  kind: "work",
  data,
  brand: (facts) => declined(facts, facts.producerName),
  producer: (facts) => declined(facts, facts.brandName),
});

function declined(facts: z.output<typeof data>, other: ShownName) {
  return {
    subject: `${other.short} declined a milestone: ${facts.milestoneTitle.short}`,
    preview: "It is a draft again. Read the reason, change it, and propose it anew.",
    status: { tone: "accent" as const, word: "Declined" },
    heading: `${other.short} declined the milestone`,
    lead: ["The milestone is a draft again. Nothing was funded and nothing is owed."],
    facts: [amountFact("Proposed amount", facts.total, facts.currency), ...aboutMilestone(facts)],
    quotes: [{ label: `Reason given by ${other.short}`, lines: facts.reason }],
    next: ["Change the draft and propose it again, or leave it. Nothing happens by itself."],
    button: { label: "Open the draft", path: milestonePage(facts.milestoneId) },
  };
}
