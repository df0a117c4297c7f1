import type { CurrencyCode } from "@evenshare/domain";
import type { z } from "zod";
import type { Fact } from "../content/mail-content";
import type { ShownName } from "../words/literal";
import { formatAmount } from "../words/money";
import { partnershipFact } from "./facts";
import { amount, currency, id, name, partnershipFields } from "./fields";
import { milestonePage, partnershipPage } from "./pages";

/** What the three payout mails know. A payout belongs to a milestone wherever one is named. */
export const payoutFields = {
  ...partnershipFields,
  currency,
  amount,
  milestoneId: id.optional(),
  milestoneTitle: name.optional(),
  bankName: name.optional(),
  traceId: name.optional(),
};

interface PayoutFacts {
  readonly partnershipId: string;
  readonly partnershipTitle: ShownName;
  readonly brandName: ShownName;
  readonly producerName: ShownName;
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

/** What the payout is for, in few words: the milestone, or the partnership. */
export function payoutSubject(facts: PayoutFacts): string {
  return (facts.milestoneTitle ?? facts.partnershipTitle).short;
}

/** The account it goes to, as the provider names it (bank and last digits): only the producer sees it. */
export function bankFacts(facts: PayoutFacts): readonly Fact[] {
  return [...named("Bank account", facts.bankName), ...named("Trace number", facts.traceId)];
}

export function aboutPayout(facts: PayoutFacts): readonly Fact[] {
  return [...named("Milestone", facts.milestoneTitle), partnershipFact(facts)];
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
