import type { ClaimedOperation, OperationOutcome } from "@evenshare/database";
import { continueRelease } from "@evenshare/domain";
import type { WorkerDeps } from "../deps";
import { syncFunding } from "../funding/sync-funding";
import { sendMail } from "../mail/send-mail";
import { changeAsSystem } from "../milestone/change-as-system";
import { createPayout } from "../payout/create-payout";
import { processProviderEvent } from "../provider/process-event";
import { runReconciliation } from "../reconciliation/run-reconciliation";
import { createRefund } from "../refund/create-refund";
import { clearImport } from "../revenue/clear-import";
import { runImport } from "../revenue/run-import";
import { createTransfer } from "../transfer/create-transfer";

const fundingCheckMs = 30_000;
/** The provider tells by event when a bank has answered; this only covers a lost event. */
const processingCheckMs = 600_000;

/**
 * Does the work of one claimed operation. Every kind may run twice. What throws is tried again later by the caller.
 */
export async function carryOutOperation(
  deps: WorkerDeps,
  operation: ClaimedOperation,
): Promise<OperationOutcome> {
  const { kind, subjectId } = operation;
  if (kind === "provider_event.process") return processProviderEvent(deps, subjectId);
  if (kind === "mail.send") return sendMail(deps, subjectId);
  if (kind === "reconciliation.run") return runReconciliation(deps);
  const { organizationId } = operation;
  if (organizationId === null) return { kind: "failed", reason: `${kind} without an organization` };
  switch (kind) {
    case "transfer.create":
      return createTransfer(deps, organizationId, subjectId);
    case "refund.create":
      return createRefund(deps, organizationId, subjectId);
    case "payout.create":
      return createPayout(deps, organizationId, subjectId);
    case "release.continue":
      return takeUpRelease(deps, organizationId, subjectId);
    case "funding.sync":
      return followFunding(deps, organizationId, subjectId);
    case "revenue.import":
      return runImport(deps, operation, organizationId);
    case "revenue.clear":
      return clearImport(deps, organizationId, subjectId);
  }
}

async function takeUpRelease(
  deps: WorkerDeps,
  organizationId: string,
  milestoneId: string,
): Promise<OperationOutcome> {
  const result = await changeAsSystem(deps, {
    organizationId,
    milestoneId,
    actor: { kind: "provider" },
    decide: continueRelease,
  });
  return result.ok ? { kind: "done" } : { kind: "failed", reason: result.failure.code };
}

async function followFunding(
  deps: WorkerDeps,
  organizationId: string,
  fundingId: string,
): Promise<OperationOutcome> {
  const standing = await syncFunding(deps, organizationId, fundingId);
  if (standing === "processing")
    return { kind: "again", afterMs: processingCheckMs, reason: "the bank has not answered yet" };
  return standing === "open" || standing === "unreachable"
    ? { kind: "again", afterMs: fundingCheckMs, reason: `the payment page is ${standing}` }
    : { kind: "done" };
}
