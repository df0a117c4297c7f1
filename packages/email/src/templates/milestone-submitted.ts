import { z } from "zod";
import type { Quote } from "../content/mail-content";
import { formatInstant } from "../words/dates";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, deadlineFact } from "./facts";
import { amount, count, currency, deadlineFields, milestoneFields, optional, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  ...deadlineFields,
  currency,
  held: amount,
  version: count,
  note: optional(passage),
});
type Facts = z.output<typeof data>;

/** Work is handed in and the review clock runs. */
export const milestoneSubmitted = defineTemplate({
  template: "milestone.submitted",
  kind: "work",
  data,
  brand: (facts) => ({
    subject: `To review: ${facts.milestoneTitle.short}, version ${facts.version}`,
    preview: `Releases automatically on ${due(facts)}, unless you ask for changes.`,
    ...common(facts),
    status: { tone: "accent", word: "To review" },
    heading: "Work is ready for your review",
    lead: [
      `${facts.producerName.short} has submitted version ${facts.version}. Measure it against the agreed criteria.`,
    ],
    figure: { label: "Held for this milestone", amount: formatAmount(facts.held, facts.currency) },
    next: [
      `Releases automatically on ${due(facts)}, unless you ask for changes.`,
      "Until then you can release the money, release a part of it, or ask for changes by naming the criteria that are not met yet.",
    ],
    button: { label: "Review the work", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `Submitted: ${facts.milestoneTitle.short}, version ${facts.version}`,
    preview: `Releases automatically on ${due(facts)}, unless ${facts.brandName.short} asks for changes.`,
    ...common(facts),
    status: { tone: "accent", word: "In review" },
    heading: "Your work is submitted",
    lead: [`Version ${facts.version} is with ${facts.brandName.short}, and the review clock runs.`],
    figure: { label: "Held for you", amount: formatAmount(facts.held, facts.currency) },
    next: [
      `Releases automatically on ${due(facts)}, unless ${facts.brandName.short} asks for changes.`,
      "There is nothing for you to do now. You get a mail either way.",
    ],
    button: { label: "See the clock", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    facts: [deadlineFact("Releases automatically", facts), ...aboutMilestone(facts)],
    quotes: noteOf(facts),
    saysWhoHolds: true,
  };
}

function noteOf({ note, producerName }: Facts): readonly Quote[] {
  return note === undefined ? [] : [{ label: `Note by ${producerName.short}`, lines: note }];
}

function due({ dueAt, timeZone }: Facts): string {
  return formatInstant(dueAt, timeZone);
}
