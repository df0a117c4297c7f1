import { type EntryDraft, type EntryKind, type Posting, PostingsBuilder } from "../ledger/entry";
import type { DecisionContext, MilestoneChange, TransitionRecord } from "../milestone/change";
import { comeThrough } from "../milestone/come-through";
import { moneyMessages } from "../milestone/messages";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { follow } from "../milestone/transitions";
import { ok, type Result, refuse } from "../result";
import { isUnderWay, type RefundStatus, type SnapshotRefund } from "./refund";

/** What the provider tells of a refund now. */
export interface RefundNews {
  readonly refundId: string;
  /** Null when the provider refused to make it. */
  readonly providerRefundId: string | null;
  readonly status: "pending" | "succeeded" | "failed";
  /** Whether the money has left our balance at the provider; of a failed one, whether it had. */
  readonly booked: boolean;
  /** In words: why it failed, or what it waits for. */
  readonly reason: string | null;
  readonly total: bigint;
  readonly currency: string;
}

/**
 * Writes what became of a refund. Null when that was known before, so that the provider may tell it any number of times.
 *
 * The money leaves the ledger's balance at the provider when the provider books it. With the last refund that arrives, a
 * milestone whose money went back is through. A refund that fails puts the money back to what is held, whatever the
 * milestone was by then, and both sides decide anew.
 */
export function followRefund(
  snapshot: MilestoneSnapshot,
  news: RefundNews,
  context: DecisionContext,
): Result<MilestoneChange | null> {
  const refund = snapshot.refunds.find(({ id }) => id === news.refundId);
  if (refund === undefined) return refuse({ code: "refund.not_found" });
  const expected = refund.amount + refund.fee;
  if (news.total !== expected || news.currency !== snapshot.currency) {
    const details = { expected: String(expected), refunded: String(news.total), currency: news.currency };
    return refuse({ code: "refund.amount_mismatch", details });
  }
  if (refund.status === "failed") return ok(null);
  if (news.status === "failed") return ok(failRefund(snapshot, refund, news, context));
  const status = news.status === "succeeded" ? "succeeded" : news.booked ? "sent" : "pending";
  const known = status === refund.status && news.reason === refund.reason;
  if (known || refund.status === "succeeded") return ok(null);
  return ok(goOn(snapshot, refund, { ...news, status }, context));
}

function goOn(
  snapshot: MilestoneSnapshot,
  refund: SnapshotRefund,
  { status, ...news }: Omit<RefundNews, "status"> & { readonly status: "pending" | "sent" | "succeeded" },
  context: DecisionContext,
): MilestoneChange {
  const arrived = status === "succeeded";
  const transitions = arrived ? comeThrough(snapshot, stepsWhenArrived(snapshot, refund)) : [];
  const state = transitions.at(-1)?.to ?? snapshot.state;
  const leaves = status !== "pending" && !hasLeft(refund);
  const data = { amount: String(refund.amount), fee: String(refund.fee), held: String(snapshot.money.held) };
  return {
    transitions,
    patch: { state },
    audit: auditOf(snapshot, refund, { action: `refund.${status}`, state, status, reason: news.reason }),
    entries: leaves ? [entryOf("refund.sent", snapshot, refund, sentLines(snapshot, refund), context)] : [],
    refund: {
      ...partOf(refund),
      status,
      reason: news.reason,
      ...(news.providerRefundId === null ? {} : { providerRefundId: news.providerRefundId }),
    },
    messages: arrived ? moneyMessages("refund.arrived", snapshot, data, context.newId) : [],
  };
}

function failRefund(
  snapshot: MilestoneSnapshot,
  refund: SnapshotRefund,
  news: RefundNews,
  context: DecisionContext,
): MilestoneChange {
  const reason = news.reason ?? "The provider gave no reason.";
  const next = follow(snapshot.state, "fail_refund");
  const state = next.ok ? next.value : snapshot.state;
  const held = snapshot.money.held + refund.amount;
  const data = { amount: String(refund.amount), fee: String(refund.fee), held: String(held), reason };
  return {
    transitions: next.ok
      ? [{ event: "fail_refund", from: snapshot.state, to: state, amount: refund.amount, reason }]
      : [],
    patch: { state },
    audit: auditOf(snapshot, refund, { action: "refund.failed", state, status: "failed", reason }),
    entries: failedEntries(snapshot, refund, news.booked, context),
    refund: {
      ...partOf(refund),
      status: "failed",
      reason,
      ...(news.providerRefundId === null ? {} : { providerRefundId: news.providerRefundId }),
    },
    messages: moneyMessages("refund.failed", snapshot, data, context.newId),
  };
}

/** Out of our balance and back into it, or never out of it; in the end the money is held again. */
function failedEntries(
  snapshot: MilestoneSnapshot,
  refund: SnapshotRefund,
  booked: boolean,
  context: DecisionContext,
): EntryDraft[] {
  const left = hasLeft(refund);
  const total = refund.amount + refund.fee;
  const back = (lines: PostingsBuilder) =>
    lines
      .credit("milestone_held", snapshot.id, refund.amount)
      .credit("milestone_fee_held", snapshot.id, refund.fee)
      .build();
  if (!left && !booked) {
    const lines = back(
      new PostingsBuilder(snapshot.currency).debit("milestone_refunding", snapshot.id, total),
    );
    return [entryOf("refund.cancelled", snapshot, refund, lines, context)];
  }
  const lines = back(new PostingsBuilder(snapshot.currency).debitPlatform("provider_platform", total));
  return [
    ...(left ? [] : [entryOf("refund.sent", snapshot, refund, sentLines(snapshot, refund), context)]),
    entryOf("refund.returned", snapshot, refund, lines, context),
  ];
}

function sentLines(snapshot: MilestoneSnapshot, { amount, fee }: SnapshotRefund): readonly Posting[] {
  return new PostingsBuilder(snapshot.currency)
    .debit("milestone_refunding", snapshot.id, amount + fee)
    .creditPlatform("provider_platform", amount + fee)
    .build();
}

/** With the last refund under way a milestone that waited for it is through: released if a part of it was, refunded if not. */
function stepsWhenArrived(snapshot: MilestoneSnapshot, refund: SnapshotRefund): TransitionRecord[] {
  if (snapshot.state !== "refunding") return [];
  if (snapshot.refunds.some((other) => other.id !== refund.id && isUnderWay(other))) return [];
  const event = snapshot.money.released > 0n ? "end_released" : "complete_refund";
  const next = follow(snapshot.state, event);
  return next.ok ? [{ event, from: snapshot.state, to: next.value, amount: null, reason: null }] : [];
}

function hasLeft({ status }: SnapshotRefund): boolean {
  return status === "sent" || status === "succeeded";
}

function partOf({ id, fundingId, amount, fee }: SnapshotRefund) {
  return { id, fundingId, amount, fee };
}

function entryOf(
  kind: EntryKind,
  { partnershipId, id: milestoneId }: MilestoneSnapshot,
  refund: SnapshotRefund,
  postings: readonly Posting[],
  { newId }: DecisionContext,
): EntryDraft {
  return { id: newId(), kind, sourceKey: refund.id, partnershipId, milestoneId, postings };
}

function auditOf(
  snapshot: MilestoneSnapshot,
  refund: SnapshotRefund,
  after: { action: string; state: string; status: RefundStatus; reason: string | null },
): MilestoneChange["audit"] {
  return {
    action: after.action,
    before: { state: snapshot.state, status: refund.status },
    after: {
      state: after.state,
      status: after.status,
      refundId: refund.id,
      amount: String(refund.amount),
      fee: String(refund.fee),
    },
    reason: after.reason,
  };
}
