import { approveRelease, endMootOffer, type Failure, ok, type Result } from "@evenshare/domain";
import { originOf } from "../command/begin-command";
import type { Deps } from "../deps";
import { faultHooks } from "../milestone/fault-hooks";
import type { Scope } from "../scope";
import { type ApprovalAnswer, type Approving, approvalAnswer } from "./approval-answer";

/** Approves a release: lock, decide anew, release and settle, in the two round trips of every change of a milestone. */
export function approveReleaseRequest(
  deps: Deps,
  scope: Scope,
  input: Approving,
  milestoneId: string,
): Promise<Result<ApprovalAnswer>> {
  const { origin, context, person } = originOf(deps, scope, "approval.approve", input);
  return deps.database.changeMilestone<ApprovalAnswer, Failure>(
    {
      ...origin,
      milestoneId,
      decide(snapshot) {
        const decided = approveRelease(snapshot, input.id, person, context);
        if (!decided.ok) return decided;
        const { approval } = decided.value;
        const change = decided.value.change && endMootOffer(snapshot, decided.value.change, context);
        const status = approval.settle?.status ?? "waiting";
        return ok({ change, approval, answer: { status, releaseId: change?.release?.id ?? null } });
      },
    },
    (stored) => approvalAnswer.parse(stored),
    faultHooks(deps),
  );
}
