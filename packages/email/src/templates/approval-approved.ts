import type { z } from "zod";
import { approvalData, approvalFacts, settledPage, subjectOf, wanted } from "./approval";
import { defineTemplate } from "./define-template";
import { name } from "./fields";

const data = approvalData({ deciderName: name });

/** To the one who asked: a second person said yes, and it is done. */
export const approvalApproved = defineTemplate({
  template: "approval.approved",
  kind: "money",
  data,
  brand: approved,
});

function approved(facts: z.output<typeof data>) {
  const decider = facts.deciderName.short;
  return {
    subject: `Approved: ${subjectOf(facts)}`,
    preview: `${decider} approved what you asked for. It is done.`,
    status: { tone: "released" as const, word: "Approved" },
    heading: `${decider} approved your request`,
    lead: [`You asked ${wanted(facts)}. ${decider} approved it, and it is done.`],
    facts: [...approvalFacts(facts), { label: "Approved by", value: facts.deciderName.full }],
    next: ["There is nothing left for you to do."],
    button: { label: "See what was decided", path: settledPage },
  };
}
