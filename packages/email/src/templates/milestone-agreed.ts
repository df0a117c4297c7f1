import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, currency, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

/** Both sides stand by a milestone; it is funded next. */
export const milestoneAgreed = defineTemplate({
  template: "milestone.agreed",
  kind: "work",
  data: z.object({ ...milestoneFields, currency, total: amount }),
  brand: (facts) => ({
    subject: `Agreed, to fund next: ${facts.milestoneTitle.short}`,
    preview: `You and ${facts.producerName.short} agreed ${formatAmount(facts.total, facts.currency)}. Fund it so that work can start.`,
    status: { tone: "accent", word: "Agreed" },
    heading: "The milestone is agreed",
    lead: [
      `You and ${facts.producerName.short} stand by the same criteria and the same amount. Neither can be changed by one side alone.`,
    ],
    figure: { label: "Agreed amount", amount: formatAmount(facts.total, facts.currency) },
    facts: aboutMilestone(facts),
    next: [
      `Fund the milestone. The money is held, not paid out: ${facts.producerName.short} sees it and can start work.`,
    ],
    button: { label: "Fund the milestone", path: milestonePage(facts.milestoneId) },
    saysWhoHolds: true,
  }),
  producer: (facts) => ({
    subject: `Milestone agreed: ${facts.milestoneTitle.short}`,
    preview: `${facts.brandName.short} is asked to fund ${formatAmount(facts.total, facts.currency)}. Wait with the work until it is held.`,
    status: { tone: "accent", word: "Agreed" },
    heading: "The milestone is agreed",
    lead: [
      `You and ${facts.brandName.short} stand by the same criteria and the same amount. Neither can be changed by one side alone.`,
    ],
    figure: { label: "Agreed amount", amount: formatAmount(facts.total, facts.currency) },
    facts: aboutMilestone(facts),
    next: [
      `${facts.brandName.short} is asked to fund it. You get a mail when money is held for you; work before that is unprotected.`,
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
    saysWhoHolds: true,
  }),
});
