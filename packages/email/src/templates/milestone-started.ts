import { z } from "zod";
import { shareBar } from "../content/share-bar";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, currency, milestoneFields, optional } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  currency,
  held: amount,
  total: amount,
  toFund: optional(amount),
});

/** The producer has begun to work. */
export const milestoneStarted = defineTemplate({
  template: "milestone.started",
  kind: "work",
  data,
  brand: (facts) => ({
    subject: `${facts.producerName.short} has started: ${facts.milestoneTitle.short}`,
    preview: `Work has begun. ${heldOfTotal(facts)}`,
    ...common(facts),
    heading: `${facts.producerName.short} has started work`,
    lead: [heldOfTotal(facts)],
    next: [
      "You get a mail when the work is submitted, with the date until which you can review it. There is nothing for you to do now.",
    ],
  }),
  producer: (facts) => ({
    subject: `Work has started: ${facts.milestoneTitle.short}`,
    preview: `${facts.brandName.short} knows that you have begun. ${heldOfTotal(facts)}`,
    ...common(facts),
    heading: "Work has started",
    lead: [`${facts.brandName.short} knows that you have begun. ${heldOfTotal(facts)}`],
    next: [
      "Submit the work on the milestone's page when it is done. Only that starts the review clock; a message does not.",
    ],
  }),
});

type Facts = z.output<typeof data>;

function common(facts: Facts) {
  const { currency: code, held, total, toFund } = facts;
  return {
    status: { tone: "accent", word: "In progress" } as const,
    shares: toFund === undefined ? undefined : shareBar({ currency: code, held, total, toFund }),
    facts: aboutMilestone(facts),
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
    saysWhoHolds: true,
  };
}

function heldOfTotal({ currency: code, held, total }: Facts): string {
  if (held === total) return `The whole amount, ${formatAmount(total, code)}, is held.`;
  return `${formatAmount(held, code)} of ${formatAmount(total, code)} is held.`;
}
