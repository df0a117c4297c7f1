import type { z } from "zod";
import { approvalData, approvalFacts, settledPage, subjectOf, wanted } from "./approval";
import { defineTemplate } from "./define-template";
import { name, passage } from "./fields";

const data = approvalData({ deciderName: name, reason: passage });

/** To the one who asked: a second person said no, and why. */
export const approvalDeclined = defineTemplate({
  template: "approval.declined",
  kind: "money",
  data,
  brand: declined,
});

function declined(facts: z.output<typeof data>) {
  const decider = facts.deciderName.short;
  return {
    subject: `Declined: ${subjectOf(facts)}`,
    preview: `${decider} declined what you asked for. Nothing was done.`,
    status: { tone: "risk" as const, word: "Declined" },
    heading: `${decider} declined your request`,
    lead: [`You asked ${wanted(facts)}. ${decider} declined it; nothing was done.`],
    facts: [...approvalFacts(facts), { label: "Declined by", value: facts.deciderName.full }],
    quotes: [{ label: `Reason given by ${decider}`, lines: facts.reason }],
    next: ["Talk to them, then ask again if it is still right. Nothing happens by this request any more."],
    button: { label: "See what was decided", path: settledPage },
  };
}
