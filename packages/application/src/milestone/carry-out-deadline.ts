import type { DueDeadline } from "@evenshare/database";
import {
  continueRelease,
  type DecisionContext,
  expireReview,
  type Failure,
  type MilestoneChange,
  type MilestoneSnapshot,
  type Result,
  remindReview,
  reviewHolds,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeAsSystem } from "./change-as-system";

/**
 * Carries out a deadline whose instant has come. The deadline is settled in the same transaction, so that several
 * workers, or the same one after a crash, carry it out once.
 */
export async function carryOutDeadline(deps: Deps, deadline: DueDeadline): Promise<void> {
  const result = await changeAsSystem(deps, {
    organizationId: deadline.organizationId,
    milestoneId: deadline.milestoneId,
    actor: { kind: "clock" },
    settledDeadline: deadline.id,
    decide: (snapshot, context) => decide(deadline, snapshot, context),
  });
  if (!result.ok) throw new Error(`deadline ${deadline.id} (${deadline.kind}): ${result.failure.code}`);
}

function decide(
  { kind, daysBefore }: DueDeadline,
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  switch (kind) {
    case "review.reminder":
      return remindReview(snapshot, daysBefore ?? 0, context);
    case "review.release":
      return expireReview(snapshot, context);
    case "hold.review":
      return reviewHolds(snapshot, context);
    case "release.retry":
      return continueRelease(snapshot, context);
  }
}
