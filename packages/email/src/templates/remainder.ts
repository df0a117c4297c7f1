import { remainderKinds } from "@evenshare/domain";
import { z } from "zod";
import { formatAmount } from "../words/money";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields, name, optional } from "./fields";
import { milestonePage } from "./pages";

/** What every mail about an offer knows: what is to become of how much, and of the fee beside it. */
export const remainderFields = {
  ...milestoneFields,
  currency,
  amount,
  fee: amount,
  remainderKind: z.enum(remainderKinds, { error: "is not what may become of held money" }),
  targetTitle: optional(name),
};

const fields = z.object(remainderFields);
export type RemainderFacts = z.output<typeof fields>;

export function writtenAmount({ amount: offered, currency: code }: RemainderFacts): string {
  return formatAmount(offered, code);
}

/** "roll £300.00 into “Second cut”", "return £300.00 to Gasthaus Group": after "to". */
export function whatWouldHappen(facts: RemainderFacts): string {
  return facts.remainderKind === "roll"
    ? `roll ${writtenAmount(facts)} into “${facts.targetTitle?.short ?? "another milestone"}”`
    : `return ${writtenAmount(facts)} to ${facts.brandName.short}`;
}

export function remainderFacts(facts: RemainderFacts) {
  const way = facts.remainderKind === "roll" ? "Rolls into" : "Returns to";
  const where =
    facts.remainderKind === "roll" ? (facts.targetTitle?.full ?? "another milestone") : facts.brandName.full;
  return [
    amountFact("Amount", facts.amount, facts.currency),
    ...optionalAmount("Fee beside it, which goes along", facts.fee, facts.currency),
    { label: way, value: where },
    ...aboutMilestone(facts),
  ];
}

export function openMilestone({ milestoneId }: RemainderFacts, label = "Open the milestone") {
  return { label, path: milestonePage(milestoneId) };
}
