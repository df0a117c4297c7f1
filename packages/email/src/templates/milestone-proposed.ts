import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, currency, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

/** To the side that is to answer: the other one has proposed a milestone. */
export const milestoneProposed = defineTemplate({
  template: "milestone.proposed",
  kind: "work",
  data: z.object({ ...milestoneFields, currency, total: amount }),
  brand: (facts) => ({
    subject: `${facts.producerName.short} proposes a milestone: ${facts.milestoneTitle.short}`,
    preview: `${formatAmount(facts.total, facts.currency)}. Agree to it, or decline with a reason.`,
    status: { tone: "accent", word: "Your answer is asked for" },
    heading: `${facts.producerName.short} proposes a milestone`,
    lead: [
      "Read the criteria with care: the work is measured against them, and so is any request for changes.",
    ],
    figure: { label: "Proposed amount", amount: formatAmount(facts.total, facts.currency) },
    facts: aboutMilestone(facts),
    next: [
      "Agree, or decline and say why. If you agree, you are asked to fund the milestone next. Nothing happens by itself until you answer.",
    ],
    button: { label: "Review the proposal", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `${facts.brandName.short} proposes a milestone: ${facts.milestoneTitle.short}`,
    preview: `${formatAmount(facts.total, facts.currency)}. Agree to it, or decline with a reason.`,
    status: { tone: "accent", word: "Your answer is asked for" },
    heading: `${facts.brandName.short} proposes a milestone`,
    lead: [
      "Read the criteria with care: your work is measured against them, and no change may be asked for beyond them.",
    ],
    figure: { label: "Proposed amount", amount: formatAmount(facts.total, facts.currency) },
    facts: aboutMilestone(facts),
    next: [
      `Agree, or decline and say why. If you agree, ${facts.brandName.short} is asked to fund the milestone. Nothing happens by itself until you answer.`,
    ],
    button: { label: "Review the proposal", path: milestonePage(facts.milestoneId) },
  }),
});
