import { holdAnswers } from "@evenshare/domain";
import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, currency, milestoneFields, passage } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  currency,
  amount,
  answer: z.enum(holdAnswers, { error: "is no answer to a hold" }),
  reason: passage,
});

/** The platform's operator has answered a hold; both sides read the same. */
export const holdAnswered = defineTemplate({
  template: "hold.answered",
  kind: "money",
  data,
  brand: compose,
  producer: compose,
});

function compose(facts: z.output<typeof data>) {
  const upheld = facts.answer === "upheld";
  return {
    subject: `${upheld ? "The hold stands" : "The hold has ended"}: ${facts.milestoneTitle.short}`,
    preview: "The platform's operator has answered, with the reason.",
    status: upheld
      ? ({ tone: "risk", word: "Hold stands" } as const)
      : ({ tone: "released", word: "Hold ended" } as const),
    heading: upheld ? "The hold stands" : "The hold has ended",
    lead: [
      upheld
        ? "The platform's operator has looked at the objection. The hold stands, for the reason below."
        : "The platform's operator has ended the hold, for the reason below.",
    ],
    figure: { label: upheld ? "On hold" : "Was on hold", amount: formatAmount(facts.amount, facts.currency) },
    facts: aboutMilestone(facts),
    quotes: [{ label: "From the platform's operator", lines: facts.reason }],
    next: [
      upheld
        ? "It ends by itself when the brand has paid again, or the payment is found to stand."
        : "No money moves by this. What a bank took back and was not made good stays owed.",
    ],
    button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
  };
}
