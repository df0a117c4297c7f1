import { approvalToWire } from "@evenshare/database";
import { approveLimit, ok, type Result, refuse, views } from "@evenshare/domain";
import { runCommand } from "../command/run-command";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { type ApprovalAnswer, type Approving, approvalAnswer } from "./approval-answer";
import { readLimits, writeLimit } from "./limits";
import { lockRequest } from "./lock-request";

/** A second owner approves a change of a limit. */
export function approveLimitRequest(
  deps: Deps,
  scope: Scope,
  input: Approving,
): Promise<Result<ApprovalAnswer>> {
  const { organizationId, userId, userName } = scope;
  return runCommand<Approving, ApprovalAnswer>(deps, scope, input, {
    name: "approval.approve",
    permission: "approval.approve",
    input: views.approvalCommandInput,
    answer: approvalAnswer,
    async carryOut(tx, { id }, now) {
      const locked = await lockRequest(deps, tx, organizationId, id, now);
      if (!locked.ok) return locked;
      const { request, scene } = locked.value;
      if (request.kind !== "approval.set_limits") return refuse({ code: "approval.not_found" });
      const limits = await readLimits(tx, organizationId);
      const decided = approveLimit(limits, request, { userId, name: userName }, scene);
      if (!decided.ok) return decided;
      const { audit, ...rest } = approvalToWire(organizationId, decided.value);
      const status = decided.value.settle?.status ?? "waiting";
      const answer: ApprovalAnswer = { status, releaseId: null };
      if (status !== "approved") return ok({ answer, audit, ...rest });
      const { currency, act } = request;
      const written = await writeLimit(
        tx,
        organizationId,
        { currency, before: act.before, amount: act.after },
        now,
      );
      return ok({ answer, ...rest, audit: [...audit, written] });
    },
  });
}
