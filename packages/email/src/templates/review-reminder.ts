import { z } from "zod";
import { formatInstant } from "../words/dates";
import { formatAmount } from "../words/money";
import { days } from "../words/sentences";
import { defineTemplate } from "./define-template";
import { aboutMilestone, deadlineFact } from "./facts";
import { amount, count, currency, deadlineFields, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({ ...milestoneFields, ...deadlineFields, currency, held: amount, daysLeft: count });
type Facts = z.output<typeof data>;

/** The review window ends soon: the exact instant and amount of what then happens by itself. */
export const reviewReminder = defineTemplate({
  template: "review.reminder",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `${left(facts, "to review")}: ${facts.milestoneTitle.short}`,
    preview: `Releases automatically on ${due(facts)}, unless you ask for changes.`,
    ...common(facts),
    heading: left(facts, "to review"),
    lead: [
      `${facts.producerName.short} waits for your answer. If you give none, ${written(facts)} is released by itself.`,
    ],
    next: [
      `Releases automatically on ${due(facts)}, unless you ask for changes.`,
      "Release it earlier if the criteria are met, or ask for changes by naming those that are not.",
    ],
    button: { label: "Review the work", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `${left(facts, "until release")}: ${facts.milestoneTitle.short}`,
    preview: `Releases automatically on ${due(facts)}, unless ${facts.brandName.short} asks for changes.`,
    ...common(facts),
    heading: left(facts, "until release"),
    lead: [
      `${facts.brandName.short} has not answered yet and was reminded. If no answer comes, ${written(facts)} is released by itself.`,
    ],
    next: [
      `Releases automatically on ${due(facts)}, unless ${facts.brandName.short} asks for changes.`,
      "There is nothing for you to do.",
    ],
    button: { label: "See the clock", path: milestonePage(facts.milestoneId) },
  }),
});

function common(facts: Facts) {
  return {
    status: { tone: "held", word: "Held, in review" } as const,
    figure: { label: "Releases automatically", amount: written(facts) },
    facts: [deadlineFact("On", facts), ...aboutMilestone(facts)],
    saysWhoHolds: true,
  };
}

function left({ daysLeft }: Facts, what: string): string {
  return daysLeft === 0 ? `Last hours ${what}` : `${days(daysLeft)} left ${what}`;
}

function due({ dueAt, timeZone }: Facts): string {
  return formatInstant(dueAt, timeZone);
}

function written(facts: Facts): string {
  return formatAmount(facts.held, facts.currency);
}
