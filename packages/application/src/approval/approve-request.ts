import { type Result, views } from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { authorize, parseInput, type Verb } from "../verb";
import type { ApprovalAnswer } from "./approval-answer";
import { approveLimitRequest } from "./approve-limit-request";
import { approveReleaseRequest } from "./approve-release-request";
import { findRequest } from "./lock-request";

/**
 * A second person approves what another asked for, and it is carried out in the same transaction, decided anew on how
 * things stand. What is not possible any more as it was asked for ends the request, with the reason, and moves nothing.
 *
 * Refused with `approval.not_found`, `approval.not_waiting` when somebody was first, `approval.own_request` for the one
 * who asked, and `permission.denied` for whoever may not do it themselves any more.
 */
export const approveRequest: Verb<z.input<typeof views.approvalCommandInput>, ApprovalAnswer> = async (
  deps: Deps,
  scope: Scope,
  raw,
): Promise<Result<ApprovalAnswer>> => {
  await deps.passFaultPoint("request_received");
  const allowed = authorize(scope, "approval.approve");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.approvalCommandInput, raw);
  if (!input.ok) return input;
  const found = await deps.database.inTenant(scope.organizationId, (tx) =>
    findRequest(tx, scope.organizationId, input.value.id),
  );
  if (!found.ok) return found;
  const { milestoneId } = found.value;
  return milestoneId === null
    ? approveLimitRequest(deps, scope, input.value)
    : approveReleaseRequest(deps, scope, input.value, milestoneId);
};
