import { type EntryDraft, PostingsBuilder } from "../ledger/entry";
import type { OperationDraft } from "../milestone/change";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { feeBeside } from "./fee-beside";
import type { RefundCause, RefundDraft } from "./refund";
import { takeFromCharges } from "./take-from-charges";

/** Money that goes back to the brand: one refund per charge, what each posts, and the work that follows. */
export interface DraftedRefunds {
  readonly refunds: readonly RefundDraft[];
  readonly entries: readonly EntryDraft[];
  readonly operations: readonly OperationDraft[];
}

/**
 * Draws up the refunds of `amount` of the held money with the fee beside it. Whoever decides that money goes back
 * (an offer about the remainder, later a cancellation or the end of a dispute) has checked that so much is held.
 */
export function draftRefunds(
  snapshot: MilestoneSnapshot,
  amount: bigint,
  cause: RefundCause,
  newId: () => string,
): DraftedRefunds {
  const parts = takeFromCharges(snapshot.charges, { amount, fee: feeBeside(snapshot, amount) });
  const refunds = parts.map((part) => ({ id: newId(), cause, currency: snapshot.currency, ...part }));
  return {
    refunds,
    entries: refunds.map((refund) => decidedEntry(snapshot, refund, newId)),
    operations: refunds.map(({ id }) => ({ id: newId(), kind: "refund.create", subjectId: id })),
  };
}

/** Held money becomes money in refund: gone from what can be released, still in our balance at the provider. */
function decidedEntry(snapshot: MilestoneSnapshot, refund: RefundDraft, newId: () => string): EntryDraft {
  return {
    id: newId(),
    kind: "refund.decided",
    sourceKey: refund.id,
    partnershipId: snapshot.partnershipId,
    milestoneId: snapshot.id,
    postings: new PostingsBuilder(refund.currency)
      .debit("milestone_held", snapshot.id, refund.amount)
      .debit("milestone_fee_held", snapshot.id, refund.fee)
      .credit("milestone_refunding", snapshot.id, refund.amount + refund.fee)
      .build(),
  };
}
