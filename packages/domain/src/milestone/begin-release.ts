import type { DecisionContext, MilestoneChange, ReleaseTrigger, TransitionRecord } from "./change";
import { comeThrough } from "./come-through";
import { blockedMessages, releasedMessages } from "./messages";
import { draftRelease, releaseEntry } from "./release";
import type { MilestoneSnapshot, OpenTransfer, PayeeBlock } from "./snapshot";
import type { MilestoneState } from "./state";
import { follow } from "./transitions";

/** A release that had to wait is tried again this often, and at once when the producer's account changes. */
export const releaseRetryMs = 3_600_000;

/**
 * Lets go of all that is held on an accepted milestone, or blocks with the reason when the producer cannot be paid.
 * With nothing held (all of it went in parts, or more is still to be funded) only the state moves.
 *
 * @throws RangeError when called in a state from which no release can begin: the caller decides that.
 */
export function beginRelease(
  snapshot: MilestoneSnapshot,
  trigger: ReleaseTrigger,
  context: DecisionContext,
): MilestoneChange {
  if (snapshot.money.held === 0n) return settleWithoutRelease(snapshot);
  return snapshot.payee.payable
    ? releaseAll(snapshot, trigger, context)
    : blockRelease(snapshot, snapshot.payee.reason, context);
}

function releaseAll(
  snapshot: MilestoneSnapshot,
  trigger: ReleaseTrigger,
  context: DecisionContext,
): MilestoneChange {
  const begun = mustFollow(snapshot, "begin_release");
  const release = draftRelease(snapshot, snapshot.money.held, trigger, context.newId);
  // A last cent that the fee takes whole needs no transfer, and nothing would ever come back to complete the release.
  const nothingToSend = release.transfers.length === 0 && snapshot.openTransfers.length === 0;
  const begin = { ...stepTo(snapshot.state, "begin_release", begun), amount: release.gross };
  const transitions = nothingToSend ? complete(snapshot, begin) : [begin];
  const to = transitions.at(-1)?.to ?? begun;
  return {
    transitions,
    patch: { state: to, blockedReason: null },
    audit: {
      action: "milestone.release",
      before: { state: snapshot.state, held: String(snapshot.money.held) },
      after: { state: to, held: "0", released: String(release.gross), fee: String(release.fee), trigger },
      reason: null,
    },
    entries: [releaseEntry(snapshot, release, context.newId)],
    release,
    // A transfer of an earlier part that was refused still has to be tried again.
    deadlines: { cancel: snapshot.openTransfers.some(isBlocked) ? [] : ["release.retry"], set: [] },
    messages: releasedMessages(snapshot, release, context.newId),
    operations: release.transfers.map(({ id }) => ({
      id: context.newId(),
      kind: "transfer.create",
      subjectId: id,
    })),
  };
}

function isBlocked({ status }: OpenTransfer): boolean {
  return status === "blocked";
}

function blockRelease(
  snapshot: MilestoneSnapshot,
  reason: PayeeBlock,
  context: DecisionContext,
): MilestoneChange {
  const alreadyBlocked = snapshot.state === "releasing_blocked";
  const to = alreadyBlocked ? snapshot.state : mustFollow(snapshot, "block_release");
  const dueAt = new Date(context.now.getTime() + releaseRetryMs);
  return {
    transitions: alreadyBlocked
      ? []
      : [{ event: "block_release", from: snapshot.state, to, amount: null, reason }],
    patch: { state: to, blockedReason: reason },
    audit: {
      action: "milestone.block_release",
      before: { state: snapshot.state },
      after: { state: to, held: String(snapshot.money.held) },
      reason,
    },
    deadlines: {
      cancel: ["release.retry"],
      set: [{ id: context.newId(), kind: "release.retry", dueAt, daysBefore: null }],
    },
    messages: alreadyBlocked ? [] : blockedMessages(snapshot, reason, context.newId),
  };
}

/** Everything went in parts before: the milestone is through, or waits for the rest of its funding. */
function settleWithoutRelease(snapshot: MilestoneSnapshot): MilestoneChange {
  const through = snapshot.money.funded >= snapshot.amount && snapshot.openTransfers.length === 0;
  if (!through) {
    return {
      transitions: [],
      patch: { state: snapshot.state },
      audit: {
        action: "milestone.accept",
        before: {},
        after: { state: snapshot.state, held: "0" },
        reason: null,
      },
    };
  }
  const releasing = mustFollow(snapshot, "begin_release");
  const transitions = complete(snapshot, stepTo(snapshot.state, "begin_release", releasing));
  const to = transitions.at(-1)?.to ?? releasing;
  return {
    transitions,
    patch: { state: to, blockedReason: null },
    audit: {
      action: "milestone.release",
      before: { state: snapshot.state },
      after: { state: to, held: "0" },
      reason: null,
    },
  };
}

/** A release that begins and is complete at once. */
function complete(snapshot: MilestoneSnapshot, begin: TransitionRecord): readonly TransitionRecord[] {
  const to = mustFollow({ ...snapshot, state: begin.to }, "complete_release");
  return comeThrough(snapshot, [begin, stepTo(begin.to, "complete_release", to)]);
}

function stepTo(
  from: MilestoneState,
  event: "begin_release" | "complete_release",
  to: MilestoneState,
): TransitionRecord {
  return { event, from, to, amount: null, reason: null };
}

function mustFollow(
  snapshot: MilestoneSnapshot,
  event: "begin_release" | "block_release" | "complete_release",
) {
  const next = follow(snapshot.state, event);
  if (!next.ok) throw new RangeError(`no ${event} from ${snapshot.state}`);
  return next.value;
}
