import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import { workMessage } from "./messages";
import { otherSide, requireDrafter, requireOtherSide, sideOf } from "./sides";
import type { MilestoneSnapshot } from "./snapshot";
import { step } from "./step";

/** The drafting side puts a draft before the other one. */
export function proposeMilestone(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const mine = requireDrafter(snapshot, context.actor);
  if (!mine.ok) return mine;
  const next = step(snapshot, "propose", { action: "milestone.propose" });
  if (!next.ok) return next;
  const reader = otherSide(sideOf(snapshot, snapshot.proposedBy));
  const data = { amount: String(snapshot.amount) };
  return ok({
    ...next.value,
    messages: workMessage(reader, "milestone.proposed", snapshot, data, context.newId),
  });
}

/** The drafting side takes a proposal back to work on it. */
export function withdrawMilestone(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const mine = requireDrafter(snapshot, context.actor);
  return mine.ok ? step(snapshot, "withdraw", { action: "milestone.withdraw" }) : mine;
}

/** The other side says no, with a reason; the draft goes back. */
export function declineMilestone(
  snapshot: MilestoneSnapshot,
  reason: string,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const theirs = requireOtherSide(snapshot, context.actor);
  if (!theirs.ok) return theirs;
  const next = step(snapshot, "decline", { action: "milestone.decline", reason });
  if (!next.ok) return next;
  const drafter = sideOf(snapshot, snapshot.proposedBy);
  return ok({
    ...next.value,
    messages: workMessage(drafter, "milestone.declined", snapshot, { reason }, context.newId),
  });
}

/**
 * The other side agrees to exactly the version it read. From here on title, amount and criteria stand.
 * Refused while the agreement itself waits for its acceptance.
 */
export function agreeMilestone(
  snapshot: MilestoneSnapshot,
  version: number,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const theirs = requireOtherSide(snapshot, context.actor);
  if (!theirs.ok) return theirs;
  const next = step(snapshot, "agree", { action: "milestone.agree", amount: snapshot.amount });
  if (!next.ok) return next;
  if (version !== snapshot.version) {
    return refuse({
      code: "milestone.changed_meanwhile",
      field: "version",
      details: { expected: String(version), actual: String(snapshot.version) },
    });
  }
  if (!snapshot.terms.accepted) return refuse({ code: "agreement.not_accepted" });
  const data = { amount: String(snapshot.amount), toFund: String(snapshot.amount) };
  return ok({
    ...next.value,
    messages: [
      ...workMessage("brand", "milestone.agreed", snapshot, data, context.newId),
      ...workMessage("producer", "milestone.agreed", snapshot, data, context.newId),
    ],
  });
}
