import { approveRelease, endMootOffer, type Failure, ok, type Result } from "@evenshare/domain";
import type { Deps } from "../deps";
import { hashInput } from "../milestone/change-as-person";
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
  const { userId, userName, organizationId, ip, requestId } = scope;
  const now = deps.clock.now();
  const actor = { kind: "person", userId, organizationId, ip } as const;
  return deps.database.changeMilestone<ApprovalAnswer, Failure>(
    {
      organizationId,
      milestoneId,
      actor: { ...actor, name: userName, requestId },
      command: { key: input.commandKey, name: "approval.approve", inputHash: hashInput(input) },
      now,
      decide(snapshot) {
        const decider = { userId, name: userName };
        const context = { now, actor, newId: deps.newId };
        const decided = approveRelease(snapshot, input.id, decider, context);
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
