import { z } from "zod";
import type { Fact } from "../content/mail-content";
import { shareBar } from "../content/share-bar";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields, optional } from "./fields";
import { milestonePage } from "./pages";

const data = z.object({
  ...milestoneFields,
  currency,
  amount,
  held: amount,
  total: amount,
  toFund: amount,
  /** What the brand paid as platform fee beside the amount; absent when the producer bears it. */
  fee: optional(amount),
});
type Facts = z.output<typeof data>;

/** Money has arrived for a milestone: a receipt for the brand, and for the producer the news that it is safe. */
export const milestoneFunded = defineTemplate({
  template: "milestone.funded",
  kind: "money",
  data,
  brand: (facts) => {
    const part = facts.toFund > 0n;
    return {
      subject: `Receipt: you funded ${part ? "a part of " : ""}${facts.milestoneTitle.short}`,
      preview: `${written(facts.amount, facts)} was added to the held funds of this milestone.`,
      ...common(facts),
      heading: `You funded ${part ? "a part of " : ""}the milestone`,
      lead: [
        `This is your receipt. The money is held and reaches ${facts.producerName.short} only when you release it, or when the review time of submitted work runs out.`,
      ],
      figure: { label: "Funded now", amount: written(facts.amount, facts) },
      facts: [...charged(facts), ...aboutMilestone(facts)],
      next: [
        part
          ? `${written(facts.toFund, facts)} is still to fund. Until then ${facts.producerName.short} works on that part unprotected.`
          : `${facts.producerName.short} can start work. You get a mail when there is something to review.`,
      ],
      button: {
        label: part ? "Fund the rest" : "Open the milestone",
        path: milestonePage(facts.milestoneId),
      },
    };
  },
  producer: (facts) => {
    const part = facts.toFund > 0n;
    return {
      subject: `${part ? "Part of your money" : "Your money"} is held: ${facts.milestoneTitle.short}`,
      preview: `${written(facts.held, facts)} is held for you until your work is accepted.`,
      ...common(facts),
      heading: part ? "Part of your money is held" : "Your money is held",
      lead: [
        `${facts.brandName.short} has funded the milestone with ${written(facts.amount, facts)}. It is released to you when your work is accepted, or by itself when the review time runs out.`,
        ...(part
          ? [
              `${written(facts.held, facts)} of ${written(facts.total, facts)} is held; work above it is unprotected.`,
            ]
          : []),
      ],
      figure: { label: "Held for you", amount: written(facts.held, facts) },
      facts: aboutMilestone(facts),
      next: [
        "Do the work and submit it on the milestone's page. Only that starts the review clock; a message does not.",
      ],
      button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
    };
  },
});

function common(facts: Facts) {
  return {
    status: { tone: "held", word: facts.toFund > 0n ? "Partly held" : "Held" } as const,
    shares: shareBar(facts),
    saysWhoHolds: true,
  };
}

function charged(facts: Facts): readonly Fact[] {
  if (facts.fee === undefined || facts.fee === 0n) return [];
  return [
    amountFact("Funded now", facts.amount, facts.currency),
    ...optionalAmount("Platform fee", facts.fee, facts.currency),
    { ...amountFact("You paid", facts.amount + facts.fee, facts.currency), total: true },
  ];
}

function written(amountToWrite: bigint, { currency: code }: Facts): string {
  return formatAmount(amountToWrite, code);
}
