import { moneyRoles } from "../notice/message";
import { type Failure, ok, type Result } from "../result";
import { acceptMilestone } from "./accept";
import { beginRelease } from "./begin-release";
import type { DecisionContext, MilestoneChange } from "./change";
import { messageTo } from "./messages";
import type { MilestoneSnapshot } from "./snapshot";

/** A reminder of the review window is due: tells the brand what happens, when and with what amount. */
export function remindReview(
  snapshot: MilestoneSnapshot,
  daysBefore: number,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  if (
    snapshot.state !== "submitted" ||
    snapshot.reviewEndsAt === null ||
    snapshot.reviewEndsAt <= context.now
  )
    return ok(null);
  const dueAt = snapshot.reviewEndsAt.toISOString();
  const data = {
    daysLeft: String(daysBefore),
    dueAt,
    amount: String(snapshot.money.held),
    version: String(snapshot.submissionVersion),
  };
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    audit: {
      action: "review.remind",
      before: {},
      after: { daysLeft: String(daysBefore), releasesAt: dueAt },
      reason: null,
    },
    messages: [messageTo("brand", moneyRoles, "review.reminder", snapshot, data, context.newId)],
  });
}

/** The review window ends: exactly at its end the held amount goes, one second before it does not. */
export function expireReview(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  if (snapshot.state !== "submitted" || snapshot.reviewEndsAt === null || context.now < snapshot.reviewEndsAt)
    return ok(null);
  return acceptMilestone(snapshot, { trigger: "review_expired", expectedHeld: null }, context);
}

/**
 * Takes a release up again: the producer's account may be payable now, more may have been funded, or a transfer was
 * refused before. Null when there is nothing to take up.
 */
export function continueRelease(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const refused = snapshot.openTransfers.filter(({ status }) => status === "blocked");
  if (refused.length > 0 && snapshot.payee.payable) {
    const resumes = snapshot.state === "releasing_blocked";
    return ok({
      transitions: resumes
        ? [
            {
              event: "begin_release",
              from: snapshot.state,
              to: "releasing",
              amount: null,
              reason: "tried again",
            },
          ]
        : [],
      patch: { state: resumes ? "releasing" : snapshot.state, blockedReason: null },
      audit: {
        action: "milestone.retry_transfer",
        before: { state: snapshot.state },
        after: { transfers: String(refused.length) },
        reason: null,
      },
      deadlines: { cancel: ["release.retry"], set: [] },
      operations: refused.map(({ id }) => ({ id: context.newId(), kind: "transfer.create", subjectId: id })),
    });
  }
  const waits = snapshot.state === "releasing_blocked" || snapshot.state === "accepted";
  if (!waits || snapshot.money.held === 0n) return ok(null);
  return ok(beginRelease(snapshot, snapshot.state === "accepted" ? "late_funding" : "accepted", context));
}
