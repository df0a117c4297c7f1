import { z } from "zod";
import { formatInstant } from "../words/dates";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, deadlineFact, optionalAmount } from "./facts";
import { amount, currency, deadlineFields, milestoneFields } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  ...deadlineFields,
  currency,
  amount,
  held: amount,
  owed: amount,
});
type Facts = z.output<typeof data>;

/** A hold still stands on its date: what it waits for, and when both sides hear of it again. */
export const holdReminder = defineTemplate({
  template: "hold.reminder",
  kind: "money",
  data,
  brand: (facts) => ({
    subject: `Still missing, please act: ${facts.milestoneTitle.short}`,
    preview: "A payment that your bank took back has not been made good.",
    ...common(facts),
    heading: "A payment is still missing",
    lead: ["Your bank took a payment back, and it has not been made good. The hold stands until it is."],
    next: [`Pay again on the milestone's page. ${again(facts)}`],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
  producer: (facts) => ({
    subject: `Still waiting for the brand's payment: ${facts.milestoneTitle.short}`,
    preview: "A payment that was taken back has not been made good.",
    ...common(facts),
    heading: "The brand's payment is still missing",
    lead: [
      `${facts.brandName.short} has not made good the payment that its bank took back. What was released to you stays yours.`,
    ],
    next: [`Wait with further work. ${again(facts)}`],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  }),
});

function again(facts: Facts): string {
  return `If nothing happens, both of you hear from us again on ${formatInstant(facts.dueAt, facts.timeZone)}.`;
}

function common(facts: Facts) {
  return {
    status: { tone: "risk", word: "On hold" } as const,
    figure: { label: "Taken back", amount: formatAmount(facts.amount, facts.currency) },
    facts: [
      amountFact("Held now", facts.held, facts.currency),
      ...optionalAmount("Owed by the brand", facts.owed, facts.currency),
      deadlineFact("Next word by", facts),
      ...aboutMilestone(facts),
    ],
    saysWhoHolds: true,
  };
}
