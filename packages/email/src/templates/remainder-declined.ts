import { z } from "zod";
import { defineTemplate } from "./define-template";
import { name, passage } from "./fields";
import { openMilestone, remainderFacts, remainderFields, whatWouldHappen } from "./remainder";

const data = z.object({ ...remainderFields, deciderName: name, reason: passage });
type Facts = z.output<typeof data>;

/** To the side that offered: the other said no, and why. */
export const remainderDeclined = defineTemplate({
  template: "remainder.declined",
  kind: "money",
  data,
  brand: (facts) => declined(facts, facts.producerName.short),
  producer: (facts) => declined(facts, facts.brandName.short),
});

function declined(facts: Facts, other: string) {
  return {
    subject: `Declined: your offer about ${facts.milestoneTitle.short}`,
    preview: `${other} declined. The money stays held.`,
    status: { tone: "risk", word: "Declined" } as const,
    heading: `${other} declined your offer`,
    lead: [`You offered to ${whatWouldHappen(facts)}. Nothing moved: the money stays held.`],
    facts: [...remainderFacts(facts), { label: "Declined by", value: facts.deciderName.full }],
    quotes: [{ label: `Reason given by ${facts.deciderName.short}`, lines: facts.reason }],
    next: ["Talk to them; either side can make another offer."],
    button: openMilestone(facts),
    saysWhoHolds: true,
  };
}
