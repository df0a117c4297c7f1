import { type HoldReason, nextHoldReview } from "../hold/hold";
import { PostingsBuilder } from "../ledger/entry";
import { minimum, sum } from "../money/money";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange, ReturnDraft, TransitionRecord } from "./change";
import { moneyMessages } from "./messages";
import { owedByBrand } from "./repay";
import type { FundingPurpose, SnapshotReturn } from "./returned-money";
import type { MilestoneSnapshot } from "./snapshot";
import { follow } from "./transitions";

/** What the payment provider tells of money that the brand's bank took back. */
export interface FundingTaken {
  readonly fundingId: string;
  readonly disputeId: string;
  /** All that was taken, and what the provider charges beside it. */
  readonly total: bigint;
  readonly providerFee: bigint;
  readonly currency: string;
  readonly reason: HoldReason;
  /** In words. */
  readonly words: string;
  readonly evidence: readonly string[];
  /** Whether nothing can bring it back: a returned bank debit is final at once. */
  readonly final: boolean;
}

/**
 * The brand's bank took back money that was held: exactly as much leaves what is held of this milestone. What had been
 * released by then stays with the producer and is owed by the brand, whose payment it was. Work stops where it has not
 * been accepted; a hold says why, and both sides are told. Null when this was known before.
 */
export function returnFunding(
  snapshot: MilestoneSnapshot,
  taken: FundingTaken,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  if (snapshot.returns.some(({ disputeId }) => disputeId === taken.disputeId)) return ok(null);
  const found = findPaid(snapshot, taken.fundingId);
  if (!found.ok) return found;
  const paid = found.value;
  const mismatch = checkTaken(snapshot, paid, taken);
  if (!mismatch.ok) return mismatch;
  // Until the provider has answered, nobody knows whether it was refunded or taken: the one is written before the other.
  const undecided = snapshot.refunds.some(
    ({ fundingId, status }) =>
      fundingId === taken.fundingId && (status === "pending" || status === "unknown"),
  );
  if (undecided) return refuse({ code: "funding.refund_under_way" });

  const draft = draftReturn(snapshot, paid, taken, context);
  const transitions = stepsOfReturn(snapshot, taken);
  const state = transitions.at(-1)?.to ?? snapshot.state;
  const leavesReview = state !== snapshot.state && snapshot.reviewEndsAt !== null;
  const held = snapshot.money.held - draft.fromHeld;
  const owed = owedByBrand(snapshot) + draft.owed;
  const nextAt = nextHoldReview(context.now);
  return ok({
    transitions,
    patch: { state, ...(leavesReview ? { reviewEndsAt: null } : {}) },
    audit: {
      action: "funding.return",
      before: { state: snapshot.state, held: String(snapshot.money.held) },
      after: {
        state,
        held: String(held),
        owed: String(owed),
        taken: String(taken.total),
        fundingId: taken.fundingId,
        disputeId: taken.disputeId,
      },
      reason: taken.words,
    },
    entries: [returnEntry(snapshot, draft, "funding.returned", context)],
    newReturn: draft,
    holds: {
      place: {
        id: context.newId(),
        subject: "return",
        subjectId: draft.id,
        amount: taken.total,
        reason: taken.reason,
        words: taken.words,
        ownerKind: "provider",
        ownerName: "Stripe",
        evidence: taken.evidence,
        nextAt,
      },
    },
    deadlines: {
      cancel: leavesReview ? ["review.reminder", "review.release", "hold.review"] : ["hold.review"],
      set: [{ id: context.newId(), kind: "hold.review", dueAt: nextAt, daysBefore: null }],
    },
    messages: moneyMessages(
      "funding.returned",
      snapshot,
      { amount: String(taken.total), held: String(held), owed: String(owed), reason: taken.words },
      context.newId,
    ),
  });
}

/**
 * The provider decided against the brand's bank: the money is back where it was, line by line. Null when it was never
 * taken, or is back already.
 */
export function restoreFunding(
  snapshot: MilestoneSnapshot,
  restored: { readonly disputeId: string; readonly providerFee: bigint },
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const taken = snapshot.returns.find(({ disputeId }) => disputeId === restored.disputeId);
  if (taken === undefined || taken.status === "restored") return ok(null);
  if (taken.status === "final") return refuse({ code: "funding.return_final" });
  const transitions = stepsOfRestoring(snapshot, taken);
  const state = transitions.at(-1)?.to ?? snapshot.state;
  const held = snapshot.money.held + taken.fromHeld;
  const owed = owedByBrand(snapshot) - taken.owed;
  const ended = snapshot.holds.filter(({ subjectId }) => subjectId === taken.id).map(({ id }) => id);
  return ok({
    transitions,
    patch: { state },
    audit: {
      action: "funding.restore",
      before: { state: snapshot.state, held: String(snapshot.money.held) },
      after: { state, held: String(held), owed: String(owed), disputeId: taken.disputeId },
      reason: null,
    },
    entries: [returnEntry(snapshot, { ...taken, ...restored }, "funding.restored", context)],
    settledReturn: { id: taken.id, status: "restored" },
    holds: { end: { ids: ended, reason: "The provider decided that the payment stands." } },
    deadlines: { cancel: ended.length === snapshot.holds.length ? ["hold.review"] : [], set: [] },
    messages: moneyMessages(
      "funding.restored",
      snapshot,
      { amount: String(taken.amount + taken.fee), held: String(held), owed: String(owed) },
      context.newId,
    ),
    operations:
      state === "accepted" ? [{ id: context.newId(), kind: "release.continue", subjectId: snapshot.id }] : [],
  });
}

/** The provider decided for the brand's bank: what was contested stays gone. Null when there is nothing to decide. */
export function finalizeReturn(
  snapshot: MilestoneSnapshot,
  disputeId: string,
): Result<MilestoneChange | null, Failure> {
  const taken = snapshot.returns.find((known) => known.disputeId === disputeId);
  if (taken?.status !== "contested") return ok(null);
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    audit: {
      action: "funding.finalize_return",
      before: { status: taken.status },
      after: { status: "final", disputeId },
      reason: null,
    },
    settledReturn: { id: taken.id, status: "final" },
  });
}

/** A payment as far as it belongs to this milestone and the bank has not taken it back yet. */
interface PaidShare {
  readonly amount: bigint;
  readonly fee: bigint;
  readonly purpose: FundingPurpose;
}

/** How much of a payment the bank can still take from this milestone; zero of one that has no share in it. */
export function remainingOf(snapshot: MilestoneSnapshot, fundingId: string): bigint {
  const paid = findPaid(snapshot, fundingId);
  return paid.ok ? paid.value.amount + paid.value.fee : 0n;
}

function findPaid(snapshot: MilestoneSnapshot, fundingId: string): Result<PaidShare, Failure> {
  const share = snapshot.charges.find((charge) => charge.fundingId === fundingId);
  if (share !== undefined) return ok({ amount: share.amount, fee: share.fee, purpose: "milestone" });
  const funding = snapshot.fundings.find(({ id }) => id === fundingId);
  if (funding === undefined) return refuse({ code: "funding.not_found" });
  if (funding.status !== "succeeded") return refuse({ code: "funding.not_confirmed" });
  const earlier = snapshot.returns.filter(
    (known) => known.fundingId === fundingId && known.status !== "restored",
  );
  return ok({
    amount: funding.amount - sum(earlier.map(({ amount }) => amount)),
    fee: funding.fee - sum(earlier.map(({ fee }) => fee)),
    purpose: funding.purpose,
  });
}

function checkTaken(
  snapshot: MilestoneSnapshot,
  paid: PaidShare,
  taken: FundingTaken,
): Result<void, Failure> {
  const most = paid.amount + paid.fee;
  if (taken.currency === snapshot.currency && taken.total > 0n && taken.total <= most) return ok(undefined);
  return refuse({
    code: "funding.amount_mismatch",
    details: { expected: String(most), charged: String(taken.total), currency: taken.currency },
  });
}

/** Divides what was taken into the milestone's part and our fee's, and says what of each was still here. */
function draftReturn(
  snapshot: MilestoneSnapshot,
  paid: PaidShare,
  taken: FundingTaken,
  context: DecisionContext,
): ReturnDraft {
  // A repayment was for money that had been released: all of it is owed again.
  const repayment = paid.purpose === "repayment";
  const amount = (taken.total * paid.amount) / (paid.amount + paid.fee);
  const fee = taken.total - amount;
  const fromHeld = repayment ? 0n : minimum(amount, snapshot.money.held);
  const fromFeeHeld = repayment ? 0n : minimum(fee, snapshot.money.feeHeld);
  return {
    id: context.newId(),
    fundingId: taken.fundingId,
    disputeId: taken.disputeId,
    amount,
    fee,
    fromHeld,
    fromFeeHeld,
    owed: taken.total - fromHeld - fromFeeHeld,
    status: taken.final ? "final" : "contested",
    currency: snapshot.currency,
    providerFee: taken.providerFee,
    reason: taken.words,
  };
}

/** Money that was taken, or the same lines the other way round when it comes back. */
function returnEntry(
  snapshot: MilestoneSnapshot,
  taken: SnapshotReturn & { readonly providerFee: bigint },
  kind: "funding.returned" | "funding.restored",
  context: DecisionContext,
) {
  const sign = kind === "funding.returned" ? 1n : -1n;
  return {
    id: context.newId(),
    kind,
    sourceKey: taken.disputeId,
    partnershipId: snapshot.partnershipId,
    milestoneId: snapshot.id,
    postings: new PostingsBuilder(snapshot.currency)
      .debit("milestone_held", snapshot.id, sign * taken.fromHeld)
      .debit("milestone_fee_held", snapshot.id, sign * taken.fromFeeHeld)
      .debit("brand_receivable", snapshot.id, sign * taken.owed)
      .debitPlatform("processing_fees", sign * taken.providerFee)
      .creditPlatform("provider_platform", sign * (taken.amount + taken.fee + taken.providerFee))
      .build(),
  };
}

/** Before acceptance the work stops; what was through is open again. A release under way goes on with what is left. */
function stepsOfReturn(snapshot: MilestoneSnapshot, taken: FundingTaken): TransitionRecord[] {
  const { state: from } = snapshot;
  for (const event of ["fail_funding", "open_clawback"] as const) {
    const next = follow(from, event);
    if (next.ok) return [{ event, from, to: next.value, amount: taken.total, reason: taken.words }];
  }
  return [];
}

function stepsOfRestoring(snapshot: MilestoneSnapshot, taken: SnapshotReturn): TransitionRecord[] {
  const { state: from } = snapshot;
  const other = snapshot.returns.some(({ id, status }) => id !== taken.id && status !== "restored");
  if (other) return [];
  const funded = snapshot.money.funded + taken.fromHeld;
  const event =
    from === "clawback_open" ? "win_clawback" : funded >= snapshot.amount ? "fund_full" : "fund_part";
  if (from !== "clawback_open" && from !== "funding_failed") return [];
  const next = follow(from, event);
  if (!next.ok) return [];
  return [{ event, from, to: next.value, amount: taken.amount, reason: "The payment stands." }];
}
