import type { CurrencyCode } from "@evenshare/domain";
import type { z } from "zod";
import type { Fact } from "../content/mail-content";
import type { ShownName } from "../words/literal";
import { formatAmount } from "../words/money";
import { partnershipFact } from "./facts";
import { amount, currency, id, name, optional } from "./fields";
import { milestonePage, partnershipPage } from "./pages";

/** What the three payout mails know. A payout belongs to a milestone wherever one is named. */
export const payoutFields = {
  partnershipId: id,
  brandName: name,
  partnershipTitle: optional(name),
  producerName: optional(name),
  currency,
  amount,
  milestoneId: optional(id),
  milestoneTitle: optional(name),
  bankName: optional(name),
  traceId: optional(name),
};

interface PayoutFacts {
  readonly partnershipId: string;
  readonly partnershipTitle?: ShownName | undefined;
  readonly brandName: ShownName;
  readonly producerName?: ShownName | undefined;
  readonly currency: CurrencyCode;
  readonly amount: z.output<typeof amount>;
  readonly milestoneId?: string | undefined;
  readonly milestoneTitle?: ShownName | undefined;
  readonly bankName?: ShownName | undefined;
  readonly traceId?: ShownName | undefined;
}

export function writtenPayout(facts: PayoutFacts): string {
  return formatAmount(facts.amount, facts.currency);
}

/** The producer as a brand reads it. */
export function producerOf({ producerName }: PayoutFacts): string {
  return producerName?.short ?? "the producer";
}

/** What the payout is for, in few words: the milestone, or the partnership. */
export function payoutSubject(facts: PayoutFacts): string {
  return (facts.milestoneTitle ?? facts.partnershipTitle ?? facts.brandName).short;
}

/** The account it goes to, as the provider names it (bank and last digits): only the producer sees it. */
export function bankFacts(facts: PayoutFacts): readonly Fact[] {
  return [...named("Bank account", facts.bankName), ...named("Trace number", facts.traceId)];
}

export function aboutPayout(facts: PayoutFacts): readonly Fact[] {
  const { brandName, partnershipTitle, producerName } = facts;
  const whole =
    partnershipTitle && producerName && partnershipFact({ brandName, partnershipTitle, producerName });
  return [...named("Milestone", facts.milestoneTitle), ...(whole ? [whole] : named("Brand", brandName))];
}

/** Where a brand reads about a payout: the milestone, or else the partnership. */
export function payoutPageOfBrand(facts: PayoutFacts) {
  return facts.milestoneId === undefined
    ? { label: "Open the partnership", path: partnershipPage(facts.partnershipId) }
    : { label: "Open the milestone", path: milestonePage(facts.milestoneId) };
}

function named(label: string, value: ShownName | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ label, value: value.full }];
}
