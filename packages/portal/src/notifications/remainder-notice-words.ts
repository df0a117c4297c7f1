import { type Facts, has, moneyFact, type NoticeReading, nameFact, type Teller } from "./notice-facts";

const ends: Readonly<Record<string, string>> = {
  withdrawn: "it was taken back",
  amount_changed: "another amount is held now",
  milestone_moved_on: "the milestone has moved on",
  target_changed: "the other milestone cannot take it any more",
};

/** Offers about held money, and refunds. */
export const remainderTellers = {
  "remainder.offered": (facts, reading) => ({
    title: `To answer: ${titleOf(facts)}`,
    line: `${otherOf(facts, reading)} offers: ${whatOf(facts, reading)}. Nothing moves until you agree.`,
    href: hrefOf(facts),
  }),
  "remainder.agreed": (facts, reading) => ({
    title: `Agreed about held money: ${titleOf(facts)}`,
    line: `${capital(whatOf(facts, reading))}. ${amountOf(facts, "held", reading)} is still held for it.`,
    href: hrefOf(facts),
  }),
  "remainder.declined": (facts, reading) => ({
    title: `Offer declined: ${titleOf(facts)}`,
    line: `${otherOf(facts, reading)} declined${has(facts, "reason") ? `: “${nameFact(facts, "reason", "")}”` : "."}`,
    href: hrefOf(facts),
  }),
  "remainder.ended": (facts) => ({
    title: `Offer over: ${titleOf(facts)}`,
    line: `Nothing moved by it: ${ends[facts["reason"] ?? ""] ?? "it was not possible any more"}.`,
    href: hrefOf(facts),
  }),
  "refund.arrived": (facts, reading) => ({
    title: `Returned: ${titleOf(facts)}`,
    line: `${amountOf(facts, "amount", reading)} was returned to ${reading.side === "brand" ? "you, with the fee beside it" : nameFact(facts, "brandName", "the brand")}.`,
    href: hrefOf(facts),
  }),
  "refund.failed": (facts, reading) => ({
    title: `Not returned, held again: ${titleOf(facts)}`,
    line: `${amountOf(facts, "amount", reading)} could not be returned${has(facts, "reason") ? `: ${nameFact(facts, "reason", "")}` : "."}`,
    href: hrefOf(facts),
  }),
} as const satisfies Record<string, Teller>;

function whatOf(facts: Facts, reading: NoticeReading): string {
  const amount = amountOf(facts, "amount", reading);
  if (facts["remainderKind"] === "roll") {
    return `${amount} rolls into “${nameFact(facts, "targetTitle", "another milestone")}”`;
  }
  return `${amount} goes back to ${reading.side === "brand" ? "you" : nameFact(facts, "brandName", "the brand")}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function otherOf(facts: Facts, { side }: NoticeReading): string {
  return side === "brand"
    ? nameFact(facts, "producerName", "The producer")
    : nameFact(facts, "brandName", "The brand");
}

function titleOf(facts: Facts): string {
  return nameFact(facts, "milestoneTitle", "your milestone");
}

function amountOf(facts: Facts, field: string, reading: NoticeReading): string {
  return moneyFact(facts, field, reading) ?? "An amount";
}

function hrefOf(facts: Facts): string {
  return has(facts, "milestoneId") ? `/milestones/${facts["milestoneId"]}` : "/milestones";
}
