import { z } from "zod";
import { formatAmount } from "../words/money";
import { defineTemplate } from "./define-template";
import { aboutMilestone } from "./facts";
import { amount, currency, milestoneFields, optional, passage } from "./fields";
import { milestonePage, onboardingPage } from "./pages";
import { explainPayeeBlock } from "./payee-block";

const data = z.object({
  ...milestoneFields,
  currency,
  amount,
  /** A block of the producer's account, or the payment provider's reason in words. */
  reason: passage,
  fix: optional(passage),
});

/** The money ought to be released and cannot be: why, and who can do what about it. */
export const releaseBlocked = defineTemplate({
  template: "release.blocked",
  kind: "money",
  data,
  brand: (facts) => {
    const block = explainPayeeBlock(facts.reason);
    const fix = block?.otherFix(facts.producerName.short);
    return {
      subject: `Release waits: ${facts.milestoneTitle.short}`,
      preview: `${written(facts)} stays held until it can be released. We keep trying.`,
      ...common(facts),
      heading: "The release has to wait",
      lead: [
        `${written(facts)} cannot reach ${facts.producerName.short} yet. It stays held; nothing is lost.`,
      ],
      quotes: [{ label: "Why", lines: block ? [block.other(facts.producerName.short)] : facts.reason }],
      next: [
        fix ?? joined(facts.fix) ?? "There is nothing for you to do.",
        "We keep trying, and the release follows as soon as it is possible. You get a mail then.",
      ],
      button: { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
    };
  },
  producer: (facts) => {
    const block = explainPayeeBlock(facts.reason);
    return {
      subject: `Your release waits: ${facts.milestoneTitle.short}`,
      preview: `${written(facts)} is safe and stays held. See what is missing.`,
      ...common(facts),
      heading: "Your release has to wait",
      lead: [`${written(facts)} is due to you and cannot be sent yet. It stays held; nothing is lost.`],
      quotes: [{ label: "Why", lines: block ? [block.own] : facts.reason }],
      next: [
        block?.ownFix ?? joined(facts.fix) ?? "There is nothing for you to do.",
        "We keep trying, and the release follows as soon as it is possible. You get a mail then.",
      ],
      button: block
        ? { label: "Complete your Stripe account", path: onboardingPage }
        : { label: "Open the milestone", path: milestonePage(facts.milestoneId) },
    };
  },
});

type Facts = z.output<typeof data>;

function common(facts: Facts) {
  return {
    status: { tone: "risk", word: "Release waits" } as const,
    figure: { label: "Held, to be released", amount: written(facts) },
    facts: aboutMilestone(facts),
    saysWhoHolds: true,
  };
}

function joined(lines: readonly string[] | undefined): string | undefined {
  return lines?.join(" ");
}

function written(facts: Facts): string {
  return formatAmount(facts.amount, facts.currency);
}
