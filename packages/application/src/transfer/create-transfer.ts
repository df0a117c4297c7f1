import type { OperationOutcome } from "@evenshare/database";
import { blockTransfer, confirmTransfer, currencyCode } from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeAsSystem } from "../milestone/change-as-system";
import type { ProviderOutcome, TransferFacts, TransferRequest } from "../ports";

/** A transfer with what it needs to be attempted, or why it cannot be. */
interface PendingTransfer {
  readonly id: string;
  readonly milestoneId: string;
  readonly attemptClass: number;
  /** An attempt was made before whose end nobody stored: look before leaping. */
  readonly attemptedBefore: boolean;
  readonly request: TransferRequest | null;
}

const lookAgainMs = 2_000;
const busyMs = 5_000;

/**
 * Sends one transfer of a release to the producer's account, once.
 *
 * The attempt is marked before the call. Whoever finds such a mark (the worker died, the answer was lost) first asks the
 * provider whether the transfer exists; only when it surely does not is it made, under the key of the same attempt.
 */
export async function createTransfer(
  deps: Deps,
  organizationId: string,
  transferId: string,
): Promise<OperationOutcome> {
  const transfer = await loadTransfer(deps, organizationId, transferId);
  if (transfer === null) return { kind: "done" };
  if (transfer.request === null)
    return block(deps, organizationId, transfer, "The producer's account cannot be paid.", false);

  if (transfer.attemptedBefore) {
    const found = await deps.payments.findTransfer(transfer.request);
    if (found.kind !== "done") return { kind: "again", afterMs: busyMs, reason: found.reason };
    if (found.value !== null) return confirm(deps, organizationId, transfer, found.value);
  }
  const { request } = transfer;
  await deps.database.inTenant(organizationId, (tx) =>
    tx.transfer.update({
      where: { id: transfer.id },
      data: { attemptedAt: deps.clock.now(), status: "pending", providerAccountId: request.accountId },
    }),
  );
  const outcome = await deps.payments.createTransfer(request);
  await deps.passFaultPoint("reply_received_not_stored");
  return settle(deps, organizationId, transfer, outcome);
}

async function settle(
  deps: Deps,
  organizationId: string,
  transfer: PendingTransfer,
  outcome: ProviderOutcome<TransferFacts>,
): Promise<OperationOutcome> {
  switch (outcome.kind) {
    case "done":
      return confirm(deps, organizationId, transfer, outcome.value);
    case "refused":
      // Something of another shape may exist under this key: another attempt could pay twice, so a person must look.
      if (outcome.code === "idempotency_error") return { kind: "failed", reason: outcome.reason };
      return block(deps, organizationId, transfer, outcome.reason, true);
    case "later":
      if (outcome.keySpent === true) await putOff(deps, organizationId, transfer, "pending", true);
      return { kind: "again", afterMs: outcome.retryAfterMs, reason: outcome.reason };
    case "unknown":
      await putOff(deps, organizationId, transfer, "unknown", outcome.keySpent === true);
      return { kind: "again", afterMs: lookAgainMs, reason: outcome.reason };
  }
}

/** Remembers how an attempt ended that is not over. The next look goes by the operation, so a new key loses nothing. */
async function putOff(
  deps: Deps,
  organizationId: string,
  transfer: PendingTransfer,
  status: "pending" | "unknown",
  keySpent: boolean,
): Promise<void> {
  const attemptClass = transfer.attemptClass + (keySpent ? 1 : 0);
  await deps.database.inTenant(organizationId, (tx) =>
    tx.transfer.updateMany({
      where: { id: transfer.id, status: { not: "confirmed" } },
      data: { status, attemptClass },
    }),
  );
}

/** Writes a confirmed transfer; shared with the provider's events, which may come before the answer of the call. */
export async function confirmTransferAt(
  deps: Deps,
  subject: { readonly organizationId: string; readonly milestoneId: string; readonly transferId: string },
  providerTransferId: string,
): Promise<void> {
  const result = await changeAsSystem(deps, {
    organizationId: subject.organizationId,
    milestoneId: subject.milestoneId,
    actor: { kind: "provider" },
    decide: (snapshot, context) =>
      confirmTransfer(snapshot, { transferId: subject.transferId, providerTransferId }, context),
  });
  if (!result.ok) throw new Error(`transfer ${subject.transferId}: ${result.failure.code}`);
}

async function confirm(
  deps: Deps,
  organizationId: string,
  transfer: PendingTransfer,
  facts: TransferFacts,
): Promise<OperationOutcome> {
  await confirmTransferAt(
    deps,
    { organizationId, milestoneId: transfer.milestoneId, transferId: transfer.id },
    facts.transferId,
  );
  return { kind: "done" };
}

/** The money stays in flight and the milestone shows why. A spent key is never used again. */
async function block(
  deps: Deps,
  organizationId: string,
  transfer: PendingTransfer,
  reason: string,
  keySpent: boolean,
): Promise<OperationOutcome> {
  const nextAttemptClass = transfer.attemptClass + (keySpent ? 1 : 0);
  const result = await changeAsSystem(deps, {
    organizationId,
    milestoneId: transfer.milestoneId,
    actor: { kind: "provider" },
    decide: (snapshot, context) =>
      blockTransfer(snapshot, { transferId: transfer.id, reason, nextAttemptClass }, context),
  });
  if (!result.ok) throw new Error(`transfer ${transfer.id}: ${result.failure.code}`);
  return { kind: "done" };
}

async function loadTransfer(
  deps: Deps,
  organizationId: string,
  transferId: string,
): Promise<PendingTransfer | null> {
  return deps.database.inTenant(organizationId, async (tx) => {
    const row = await tx.transfer.findUnique({ where: { id: transferId }, include: { funding: true } });
    if (row === null || row.status === "confirmed") return null;
    const account = await tx.payeeAccount.findUnique({ where: { organizationId: row.organizationId } });
    const accountId = account?.payable === true ? account.providerAccountId : null;
    const chargeId = row.funding.providerChargeId;
    const request =
      accountId === null || chargeId === null
        ? null
        : {
            operation: { id: row.id, attemptClass: row.attemptClass },
            amount: row.amount,
            currency: currencyCode.parse(row.currency),
            accountId,
            chargeId,
            milestoneId: row.milestoneId,
            releaseId: row.releaseId,
          };
    const { id, milestoneId, attemptClass } = row;
    return { id, milestoneId, attemptClass, attemptedBefore: row.attemptedAt !== null, request };
  });
}
