import { type EntryDraft, PostingsBuilder } from "../ledger/entry";
import { type Failure, ok, type Result } from "../result";
import { releaseRetryMs } from "./begin-release";
import type { DecisionContext, MilestoneChange, PayoutDraft, TransitionRecord } from "./change";
import { comeThrough } from "./come-through";
import { blockedMessages } from "./messages";
import type { MilestoneSnapshot, OpenTransfer } from "./snapshot";
import type { MilestoneState } from "./state";

/**
 * The provider confirmed a transfer: the money is at the producer's account. Null when that was known before.
 * With the last transfer of a release its payout to the bank is drawn up; with the last of all the milestone is released.
 */
export function confirmTransfer(
  snapshot: MilestoneSnapshot,
  confirmed: { readonly transferId: string; readonly providerTransferId: string },
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const transfer = snapshot.openTransfers.find(({ id }) => id === confirmed.transferId);
  if (transfer === undefined) return ok(null);
  const open = snapshot.openTransfers.filter(({ id }) => id !== transfer.id);
  const transitions = open.length === 0 ? comeThrough(snapshot, stepsAfterLastTransfer(snapshot)) : [];
  const state = transitions.at(-1)?.to ?? snapshot.state;
  const releaseThrough = !open.some(({ releaseId }) => releaseId === transfer.releaseId);
  const goesOn = state === "accepted" && snapshot.money.held > 0n;
  return ok({
    transitions,
    patch: { state, ...(state === snapshot.state ? {} : { blockedReason: null }) },
    audit: {
      action: "transfer.confirm",
      before: { state: snapshot.state },
      after: {
        state,
        transferId: transfer.id,
        amount: String(transfer.amount),
        providerTransferId: confirmed.providerTransferId,
      },
      reason: null,
    },
    entries: [transferEntry(snapshot, transfer, context)],
    transfer: {
      id: transfer.id,
      status: "confirmed",
      providerTransferId: confirmed.providerTransferId,
      blockedReason: null,
    },
    ...(releaseThrough ? { newPayout: draftPayout(snapshot, transfer, context) } : {}),
    operations: goesOn ? [{ id: context.newId(), kind: "release.continue", subjectId: snapshot.id }] : [],
  });
}

/**
 * The provider refused a transfer for good: the key is spent, the money stays in flight, both sides are told why.
 * Null when the transfer was confirmed meanwhile.
 */
export function blockTransfer(
  snapshot: MilestoneSnapshot,
  refusal: { readonly transferId: string; readonly reason: string; readonly nextAttemptClass: number },
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const transfer = snapshot.openTransfers.find(({ id }) => id === refusal.transferId);
  if (transfer === undefined) return ok(null);
  const blocks = snapshot.state === "releasing";
  const told = transfer.status === "blocked";
  const dueAt = new Date(context.now.getTime() + releaseRetryMs);
  return ok({
    transitions: blocks
      ? [
          {
            event: "block_release",
            from: "releasing",
            to: "releasing_blocked",
            amount: transfer.amount,
            reason: refusal.reason,
          },
        ]
      : [],
    patch: { state: blocks ? "releasing_blocked" : snapshot.state, blockedReason: refusal.reason },
    audit: {
      action: "transfer.block",
      before: { state: snapshot.state },
      after: { transferId: transfer.id, amount: String(transfer.amount) },
      reason: refusal.reason,
    },
    transfer: {
      id: transfer.id,
      status: "blocked",
      attemptClass: refusal.nextAttemptClass,
      blockedReason: refusal.reason,
    },
    deadlines: {
      cancel: ["release.retry"],
      set: [{ id: context.newId(), kind: "release.retry", dueAt, daysBefore: null }],
    },
    messages: told ? [] : blockedMessages(snapshot, refusal.reason, context.newId),
  });
}

/** Nothing of the milestone is under way any more: through, or back to waiting for the rest of its funding. */
function stepsAfterLastTransfer(snapshot: MilestoneSnapshot): TransitionRecord[] {
  const through = snapshot.money.held === 0n && snapshot.money.funded >= snapshot.amount;
  if (snapshot.state === "releasing") {
    return through
      ? [record("complete_release", "releasing", "released")]
      : [record("await_funding", "releasing", "accepted")];
  }
  if (snapshot.state === "accepted" && through) {
    return [
      record("begin_release", "accepted", "releasing"),
      record("complete_release", "releasing", "released"),
    ];
  }
  return [];
}

function record(
  event: TransitionRecord["event"],
  from: MilestoneState,
  to: MilestoneState,
): TransitionRecord {
  return { event, from, to, amount: null, reason: null };
}

function transferEntry(
  snapshot: MilestoneSnapshot,
  transfer: OpenTransfer,
  context: DecisionContext,
): EntryDraft {
  return {
    id: context.newId(),
    kind: "transfer.confirmed",
    sourceKey: transfer.id,
    partnershipId: snapshot.partnershipId,
    milestoneId: snapshot.id,
    postings: new PostingsBuilder(snapshot.currency)
      .debit("milestone_in_flight", snapshot.id, transfer.amount)
      .creditPlatform("provider_platform", transfer.amount)
      .debit("provider_producer", snapshot.producer.id, transfer.amount)
      .credit("producer_due", snapshot.producer.id, transfer.amount)
      .build(),
  };
}

function draftPayout(
  snapshot: MilestoneSnapshot,
  transfer: OpenTransfer,
  context: DecisionContext,
): PayoutDraft {
  return {
    id: context.newId(),
    operationId: context.newId(),
    organizationId: snapshot.producer.id,
    amount: transfer.releaseNet,
    currency: snapshot.currency,
    lines: [
      { releaseId: transfer.releaseId, partnershipId: snapshot.partnershipId, amount: transfer.releaseNet },
    ],
  };
}
