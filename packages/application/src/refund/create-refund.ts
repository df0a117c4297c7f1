import type { OperationOutcome } from "@evenshare/database";
import { currencyCode } from "@evenshare/domain";
import type { Deps } from "../deps";
import type { ProviderOutcome, RefundFacts, RefundRequest } from "../ports";
import { newsOf, type RefundSubject, recordRefundAt } from "./record-refund";

/** A refund under way with what it needs to be attempted. */
interface PendingRefund extends RefundSubject {
  readonly attemptClass: number;
  /** An attempt was made before whose end nobody stored: look before leaping. */
  readonly attemptedBefore: boolean;
  readonly providerRefundId: string | null;
  readonly request: RefundRequest;
}

const lookAgainMs = 2_000;
const busyMs = 5_000;
/** The provider tells by event when a bank has taken it in; this only covers a lost event. */
const underWayMs = 600_000;

/**
 * Sends money of one charge back to the brand, once, and follows it until it has arrived or failed.
 *
 * The attempt is marked before the call. Whoever finds such a mark first asks the provider whether the refund exists; only
 * when it surely does not is it made, under the key of the same attempt. What the provider refuses for good is held again.
 */
export async function createRefund(
  deps: Deps,
  organizationId: string,
  refundId: string,
): Promise<OperationOutcome> {
  const refund = await loadRefund(deps, organizationId, refundId);
  if (refund === null) return { kind: "done" };
  if (refund.providerRefundId !== null) {
    const known = await deps.payments.readRefund(refund.providerRefundId);
    return known.kind === "done" ? record(deps, refund, known.value) : again(known.reason);
  }
  if (refund.attemptedBefore) {
    const found = await deps.payments.findRefund(refund.request);
    if (found.kind !== "done") return again(found.reason);
    if (found.value !== null) return record(deps, refund, found.value);
  }
  await deps.database.inTenant(refund.organizationId, (tx) =>
    tx.refund.update({ where: { id: refundId }, data: { attemptedAt: deps.clock.now() } }),
  );
  const outcome = await deps.payments.createRefund(refund.request);
  await deps.passFaultPoint("reply_received_not_stored");
  return settle(deps, refund, outcome);
}

async function settle(
  deps: Deps,
  refund: PendingRefund,
  outcome: ProviderOutcome<RefundFacts>,
): Promise<OperationOutcome> {
  switch (outcome.kind) {
    case "done":
      return record(deps, refund, outcome.value);
    case "refused":
      // Something of another shape may exist under this key: another attempt could pay twice, so a person must look.
      if (outcome.code === "idempotency_error") return { kind: "failed", reason: outcome.reason };
      await recordRefundAt(deps, refund, {
        refundId: refund.refundId,
        providerRefundId: null,
        status: "failed",
        booked: false,
        reason: outcome.reason,
        total: refund.request.amount,
        currency: refund.request.currency,
      });
      return { kind: "done" };
    case "later":
      if (outcome.keySpent === true) await putOff(deps, refund, "pending", true);
      return { kind: "again", afterMs: outcome.retryAfterMs, reason: outcome.reason };
    case "unknown":
      await putOff(deps, refund, "unknown", outcome.keySpent === true);
      return { kind: "again", afterMs: lookAgainMs, reason: outcome.reason };
  }
}

async function record(deps: Deps, refund: PendingRefund, facts: RefundFacts): Promise<OperationOutcome> {
  await recordRefundAt(deps, refund, newsOf(refund.refundId, facts));
  return facts.status === "pending"
    ? { kind: "again", afterMs: underWayMs, reason: facts.reason ?? "the bank has not taken it in yet" }
    : { kind: "done" };
}

/** Remembers how an attempt ended that is not over. The next look goes by the operation, so a new key loses nothing. */
async function putOff(
  deps: Deps,
  { organizationId, refundId, attemptClass }: PendingRefund,
  status: "pending" | "unknown",
  keySpent: boolean,
): Promise<void> {
  await deps.database.inTenant(organizationId, (tx) =>
    tx.refund.updateMany({
      where: { id: refundId, status: { in: ["pending", "unknown"] } },
      data: { status, attemptClass: attemptClass + (keySpent ? 1 : 0) },
    }),
  );
}

function again(reason: string): OperationOutcome {
  return { kind: "again", afterMs: busyMs, reason };
}

/** Whichever side agreed to it, a refund is the brand's: it is written in the brand's scope. */
async function loadRefund(
  deps: Deps,
  organizationId: string,
  refundId: string,
): Promise<PendingRefund | null> {
  return deps.database.inTenant(organizationId, async (tx) => {
    const row = await tx.refund.findUnique({ where: { id: refundId }, include: { funding: true } });
    if (row === null || row.status === "succeeded" || row.status === "failed") return null;
    const brand = await tx.partnershipParty.findFirstOrThrow({
      where: { partnershipId: row.partnershipId, kind: "brand" },
    });
    const chargeId = row.funding.providerChargeId;
    if (chargeId === null) throw new Error(`refund ${refundId} is of a payment without a charge`);
    const { milestoneId, attemptClass, providerRefundId } = row;
    return {
      refundId,
      organizationId: brand.organizationId,
      milestoneId,
      attemptClass,
      attemptedBefore: row.attemptedAt !== null,
      providerRefundId,
      request: {
        operation: { id: row.id, attemptClass },
        amount: row.amount + row.fee,
        currency: currencyCode.parse(row.currency),
        chargeId,
        milestoneId,
      },
    };
  });
}
