import { type EntryDraft, PostingsBuilder } from "../ledger/entry";
import type { CurrencyCode } from "../money/currency";

/** A payout as far as the ledger is concerned. Each attempt posts under a key of its own. */
export interface PayoutFacts {
  readonly id: string;
  readonly attemptClass: number;
  readonly organizationId: string;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
}

/** The payout left the producer's provider account for its bank. */
export function payoutSentEntry(payout: PayoutFacts, newId: () => string): EntryDraft {
  const postings = new PostingsBuilder(payout.currency)
    .debit("payout_in_transit", payout.organizationId, payout.amount)
    .credit("provider_producer", payout.organizationId, payout.amount);
  return entry("payout.sent", payout, postings, newId);
}

/** The bank has it: what was due to the producer is paid. */
export function payoutPaidEntry(payout: PayoutFacts, newId: () => string): EntryDraft {
  const postings = new PostingsBuilder(payout.currency)
    .debit("producer_due", payout.organizationId, payout.amount)
    .credit("payout_in_transit", payout.organizationId, payout.amount);
  return entry("payout.paid", payout, postings, newId);
}

/** The bank sent it back: it lies in the producer's provider account again. */
export function payoutFailedEntry(payout: PayoutFacts, newId: () => string): EntryDraft {
  const postings = new PostingsBuilder(payout.currency)
    .debit("provider_producer", payout.organizationId, payout.amount)
    .credit("payout_in_transit", payout.organizationId, payout.amount);
  return entry("payout.failed", payout, postings, newId);
}

/** The bank sent it back after it had said that it was there: it is due again. */
export function payoutReturnedEntry(payout: PayoutFacts, newId: () => string): EntryDraft {
  const postings = new PostingsBuilder(payout.currency)
    .debit("provider_producer", payout.organizationId, payout.amount)
    .credit("producer_due", payout.organizationId, payout.amount);
  return entry("payout.returned", payout, postings, newId);
}

function entry(
  kind: "payout.sent" | "payout.paid" | "payout.failed" | "payout.returned",
  payout: PayoutFacts,
  postings: PostingsBuilder,
  newId: () => string,
): EntryDraft {
  return {
    id: newId(),
    kind,
    sourceKey: `${payout.id}:${payout.attemptClass}`,
    partnershipId: null,
    milestoneId: null,
    postings: postings.build(),
  };
}
