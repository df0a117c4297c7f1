import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { amountFact } from "./facts";
import { amount, name } from "./fields";
import { openMilestone, remainderFacts, remainderFields, writtenAmount } from "./remainder";

const data = z.object({ ...remainderFields, held: amount, makerName: name, deciderName: name });
type Facts = z.output<typeof data>;

/** To both: it was agreed and is carried out. */
export const remainderAgreed = defineTemplate({
  template: "remainder.agreed",
  kind: "money",
  data,
  brand: agreed,
  producer: agreed,
});

function agreed(facts: Facts) {
  const written = writtenAmount(facts);
  const target = facts.targetTitle?.short ?? "the other milestone";
  const rolls = facts.remainderKind === "roll";
  const after = formatAmount(facts.held, facts.currency);
  return {
    subject: `${rolls ? "Held money rolled over" : "Held money goes back"}: ${facts.milestoneTitle.short}`,
    preview: rolls
      ? `${written} is held for “${target}” now.`
      : `${written} goes back to ${facts.brandName.short}.`,
    status: rolls
      ? ({ tone: "held", word: "Rolled over" } as const)
      : ({ tone: "accent", word: "Going back" } as const),
    figure: { label: rolls ? "Rolled over" : "Going back", amount: written },
    heading: rolls
      ? `${written} is held for “${target}” now`
      : `${written} goes back to ${facts.brandName.short}`,
    lead: [`Both sides agreed. ${after} is still held for “${facts.milestoneTitle.short}”.`],
    facts: [
      ...remainderFacts(facts),
      amountFact("Held for this milestone now", facts.held, facts.currency),
      { label: "Offered by", value: facts.makerName.full },
      { label: "Agreed by", value: facts.deciderName.full },
    ],
    next: [
      rolls
        ? "There is nothing for you to do."
        : "Both of you are told when it has arrived. On a card it shows within days; a bank account may take longer.",
    ],
    button: openMilestone(facts),
    saysWhoHolds: true,
  };
}
