import { z } from "zod";
import { formatDay } from "../words/dates";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { amount, currency, day, id, name } from "./fields";
import { statementPage } from "./pages";

const data = z.object({
  statementId: id,
  statementNumber: name,
  statementPeriod: name,
  shareTitle: name,
  brandName: name,
  producerName: name,
  currency,
  amount,
  carried: amount,
  carriedSign: z.enum(["above", "below"], { error: "is neither above nor below" }),
  dueOn: day,
  disputeUntil: day,
});
type Facts = z.output<typeof data>;

/** A statement was issued. No amount stands in the subject, and no bank data anywhere. */
export const statementIssued = defineTemplate({
  template: "statement.issued",
  kind: "money",
  data,
  brand: (facts) => ({
    ...common(facts),
    heading: `The statement for ${facts.producerName.full} is out`,
    lead: [`${facts.producerName.full} was sent the statement of ${facts.statementPeriod.full}.`],
    next: [
      facts.amount > 0n
        ? `The amount falls due on ${formatDay(facts.dueOn)}.`
        : "Nothing falls due for this period.",
      `It can be disputed until ${formatDay(facts.disputeUntil)}. Nothing of it changes any more: what was wrong is put right by another document.`,
    ],
  }),
  producer: (facts) => ({
    ...common(facts),
    heading: `Your statement of ${facts.statementPeriod.full}`,
    lead: [
      `${facts.brandName.full} has issued the statement of your share in ${facts.shareTitle.full}.`,
      facts.amount > 0n
        ? `${written(facts, facts.amount)} is payable to you.`
        : "Nothing is payable for this period; what there is goes into the next statement.",
    ],
    next: [
      "The page shows every line it was computed from, and has the document as PDF, CSV and JSON.",
      `If something is wrong, say so until ${formatDay(facts.disputeUntil)}.`,
    ],
  }),
});

function common(facts: Facts) {
  const { statementNumber, statementPeriod, brandName } = facts;
  return {
    subject: `${brandName.short} statement ${statementNumber.short} for ${statementPeriod.short}`,
    preview: "It shows what was shared, what is payable and until when it can be disputed.",
    status: { tone: "released" as const, word: "Issued" },
    figure: { label: "Payable", amount: written(facts, facts.amount) },
    facts: [
      { label: "Statement", value: statementNumber.full },
      { label: "Period", value: statementPeriod.full },
      { label: "Agreement", value: facts.shareTitle.full },
      { label: "Carried over", value: carriedOver(facts) },
      { label: "Due on", value: facts.amount > 0n ? formatDay(facts.dueOn) : "nothing is due" },
      { label: "Can be disputed until", value: formatDay(facts.disputeUntil) },
    ],
    button: { label: "See the statement", path: statementPage(facts.statementId) },
  };
}

function carriedOver(facts: Facts): string {
  if (facts.carried === 0n) return "nothing";
  const text = written(facts, facts.carried);
  return facts.carriedSign === "below" ? `${text} below zero, made up for by later periods` : text;
}

function written({ currency: code }: Facts, minor: bigint): string {
  return formatAmount(minor, code);
}
