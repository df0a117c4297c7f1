import { z } from "zod";
import type { Quote } from "../content/mail-content";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, count, currency, milestoneFields, optional, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  round: count,
  includedRounds: count,
  /** One criterion per line. */
  failedCriteria: passage,
  note: optional(passage),
  currency,
  held: amount,
});
type Facts = z.output<typeof data>;

/** The brand has asked for changes: the clock stops until the next version. */
export const milestoneRevisionRequested = defineTemplate({
  template: "milestone.revision_requested",
  kind: "work",
  data,
  brand: (facts) => ({
    subject: `You asked for changes: ${facts.milestoneTitle.short}`,
    preview: "The review clock has stopped. It starts again in full with the next version.",
    ...common(facts),
    heading: "You asked for changes",
    lead: [`${facts.producerName.short} has been told which criteria are not met yet. ${staysHeld(facts)}`],
    next: [
      "The review clock has stopped, so nothing is released by itself. It starts again in full when the next version is submitted; you get a mail then.",
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `Changes asked for: ${facts.milestoneTitle.short}`,
    preview: `${facts.brandName.short} names what is not met yet. The review clock has stopped.`,
    ...common(facts),
    heading: `${facts.brandName.short} asks for changes`,
    lead: [`The agreed criteria below are not met yet. ${staysHeld(facts)}`],
    next: [
      "Submit a new version when they are met. The review clock has stopped and starts again in full with your new version.",
    ],
    button: { label: "See what to change", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "accent", word: "Changes asked for" } as const,
    facts: [
      { label: "Round of changes", value: `${facts.round} of ${facts.includedRounds} included` },
      ...aboutMilestone(facts),
    ],
    quotes: quotesOf(facts),
    saysWhoHolds: true,
  };
}

function quotesOf({ failedCriteria, note, brandName }: Facts): readonly Quote[] {
  const criteria = failedCriteria.filter((line) => line !== "").map((line) => `• ${line}`);
  return [
    { label: "Not met yet", lines: criteria },
    ...(note === undefined ? [] : [{ label: `Note by ${brandName.short}`, lines: note }]),
  ];
}

function staysHeld({ currency: code, held }: Facts): string {
  return `${formatAmount(held, code)} stays held.`;
}
