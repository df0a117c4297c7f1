import { releaseTriggers } from "@evenshare/domain";
import { z } from "zod";
import type { Fact } from "../content/mail-content";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone, amountFact, optionalAmount } from "./facts";
import { amount, currency, milestoneFields, optional } from "./fields";
import { milestonePage, payoutsPage } from "./pages";

const data = z.object({
  ...milestoneFields,
  currency,
  amount,
  held: amount,
  trigger: z.enum(releaseTriggers, { error: "is missing or not a way of releasing" }),
  /** What the producer receives, where a fee comes off. */
  net: optional(amount),
  toFund: optional(amount),
});
type Facts = z.output<typeof data>;

/** Held money was let go, all of it or a part. */
export const milestoneReleased = defineTemplate({
  template: "milestone.released",
  kind: "money",
  data,
  brand: (facts) => {
    const byItself = facts.trigger === "review_expired" || facts.trigger === "late_funding";
    return {
      subject: byItself
        ? `Released automatically: ${facts.milestoneTitle.short}`
        : `You released ${facts.trigger === "part" ? "a part of " : ""}${facts.milestoneTitle.short}`,
      preview: `${written(facts.amount, facts)} goes to ${facts.producerName.short}.`,
      status: { tone: "released", word: word(facts) },
      heading: byItself ? "The money was released automatically" : `You released ${partOf(facts)}`,
      lead: [`${cause(facts, "you")} ${written(facts.amount, facts)} goes to ${facts.producerName.short}.`],
      figure: { label: "Released", amount: written(facts.amount, facts) },
      facts: [...remainder(facts), ...aboutMilestone(facts)],
      next: [`Stripe pays ${facts.producerName.short} out to a bank. ${afterwards(facts)}`],
      button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
      saysWhoHolds: facts.held > 0n,
    };
  },
  producer: (facts) => {
    const net = facts.net ?? facts.amount;
    return {
      subject: `${facts.trigger === "part" ? "Part released" : "Released"} to you: ${facts.milestoneTitle.short}`,
      preview: `${written(net, facts)} is on its way to you.`,
      status: { tone: "released", word: word(facts) },
      heading: facts.trigger === "part" ? "Part of your money is released" : "Your money is released",
      lead: [cause(facts, facts.brandName.short)],
      figure: { label: "You receive", amount: written(net, facts) },
      facts: [...deduction(facts, net), ...remainder(facts), ...aboutMilestone(facts)],
      next: [
        `The money goes to your Stripe account and from there to your bank. You get a mail when it is sent and when it has arrived. ${afterwards(facts)}`,
      ],
      button: { label: "See your payouts", path: payoutsPage },
      saysWhoHolds: facts.held > 0n,
    };
  },
});

function word(facts: Facts): string {
  return facts.held > 0n ? "Partly released" : "Released";
}

function partOf(facts: Facts): string {
  return facts.trigger === "part" ? "a part of the money" : "the money";
}

/** Why it was released; `brand` is the brand's name, or "you". */
function cause({ trigger }: Facts, brand: string): string {
  const subject = brand === "you" ? "You" : brand;
  switch (trigger) {
    case "accepted":
      return `${subject} accepted the work.`;
    case "part":
      return `${subject} released a part of the held money.`;
    case "review_expired":
      return `The review time ended and ${brand} had not asked for changes.`;
    case "late_funding":
      return "The work had been accepted before all of its money was there; now it has come.";
  }
}

/** From the released amount to what arrives. Nothing when no fee comes off. */
function deduction(facts: Facts, net: bigint): readonly Fact[] {
  if (net >= facts.amount) return [];
  return [
    amountFact("Released", facts.amount, facts.currency),
    { label: "Platform fee", value: `−${written(facts.amount - net, facts)}`, money: true },
    { ...amountFact("You receive", net, facts.currency), total: true },
  ];
}

function remainder(facts: Facts): readonly Fact[] {
  return [
    ...optionalAmount("Still held", facts.held, facts.currency),
    ...optionalAmount("Still to fund", facts.toFund, facts.currency),
  ];
}

function afterwards(facts: Facts): string {
  if (facts.held > 0n) return `${written(facts.held, facts)} stays held for the rest of the milestone.`;
  if (facts.toFund !== undefined && facts.toFund > 0n) {
    return `${written(facts.toFund, facts)} of the milestone is still to fund.`;
  }
  return "Nothing of this milestone is held any more.";
}

function written(amountToWrite: bigint, { currency: code }: Facts): string {
  return formatAmount(amountToWrite, code);
}
