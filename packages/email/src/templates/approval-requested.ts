import type { z } from "zod";
import { formatInstant } from "../words/dates";
import { approvalData, approvalFacts, approvalsPage, subjectOf, wanted } from "./approval";
import { defineTemplate } from "./define-template";
import { deadlineFact } from "./facts";
import { deadlineFields } from "./fields";

const data = approvalData(deadlineFields);

/** To those who may decide: somebody of their organization asks for a second person. */
export const approvalRequested = defineTemplate({
  template: "approval.requested",
  kind: "money",
  data,
  brand: requested,
});

function requested(facts: z.output<typeof data>) {
  const maker = facts.makerName.short;
  const until = formatInstant(facts.dueAt, facts.timeZone);
  return {
    subject: `A second person is needed: ${subjectOf(facts)}`,
    preview: `${maker} asks for your approval. It waits until ${until}.`,
    status: { tone: "held" as const, word: "Waits for a second person" },
    heading: `${maker} asks for a second person`,
    lead: [
      `${maker} wants ${wanted(facts)}. That is more than one person of your organization decides alone.`,
    ],
    facts: [...approvalFacts(facts), deadlineFact("Waits until", facts)],
    next: [
      "Approve it, and it is done at once; decline it with a reason, and nothing is done.",
      `If nobody decides, the request ends on ${until} and nothing is done by it.`,
    ],
    button: { label: "Look at the request", path: approvalsPage },
  };
}
