import type {
  EventOutcome,
  OperationOutcome,
  ProviderObjectKind,
  StoredProviderEvent,
} from "@evenshare/database";
import { refreshPayeeAccount } from "../account/refresh-payee-account";
import type { Deps } from "../deps";
import { followDispute } from "../funding/follow-dispute";
import { syncFunding } from "../funding/sync-funding";
import { recordSetup } from "../payment-method/record-setup";
import { recordPayout } from "../payout/record-payout";
import { recordRefund } from "../refund/record-refund";
import { confirmTransferAt } from "../transfer/create-transfer";

/** What came of an event: an outcome to keep, or that the provider could not be asked now. */
type Handled = EventOutcome | "unreachable";

const againMs = 3_000;

/**
 * Works on one stored event of the payment provider. The event only says where to look: the object is read again, so
 * that order, repetition and age of events do not matter.
 */
export async function processProviderEvent(deps: Deps, eventId: string): Promise<OperationOutcome> {
  const event = await deps.database.readProviderEvent(eventId);
  if (event === null || event.processedAt !== null) return { kind: "done" };
  await deps.passFaultPoint("webhook_stored_not_processed");
  const handled = await handle(deps, event);
  if (handled === "unreachable")
    return { kind: "again", afterMs: againMs, reason: "the payment provider does not answer" };
  await deps.database.finishProviderEvent(eventId, handled, deps.clock.now());
  await deps.passFaultPoint("processed_not_acknowledged");
  return { kind: "done" };
}

async function handle(deps: Deps, event: StoredProviderEvent): Promise<Handled> {
  if (event.type.startsWith("checkout.session.")) return handleCheckout(deps, event.objectId);
  if (event.type.startsWith("payment_intent.")) return handlePayment(deps, event.objectId);
  if (event.type.startsWith("charge.dispute.")) return handleDispute(deps, event.objectId);
  if (event.type.startsWith("refund.") || event.type === "charge.refund.updated")
    return handleRefund(deps, event.objectId);
  if (event.type === "charge.refunded") return handleRefundedCharge(deps, event.objectId);
  if (event.type === "transfer.created" || event.type === "transfer.updated")
    return handleTransfer(deps, event.objectId);
  if (event.accountId === null) return "nothing_to_do";
  if (event.type.startsWith("payout.")) return handlePayout(deps, event.accountId, event.objectId);
  // Also `account.external_account.…` and `account.application.deauthorized`.
  if (event.type.startsWith("account.") || event.type === "capability.updated")
    return handleAccount(deps, event.accountId);
  if (event.type === "balance.available") return handleBalance(deps, event.accountId);
  return "nothing_to_do";
}

async function handleCheckout(deps: Deps, sessionId: string): Promise<Handled> {
  const subject = await findFunding(deps, "checkout", sessionId);
  if (subject !== null) return sync(deps, subject);
  const setup = await deps.database.findByProviderId("setup", sessionId);
  return setup === null ? handleEarlyCheckout(deps, sessionId) : handleSetup(deps, setup);
}

/** The page may have been paid before its address was stored; the funding itself names its page then. */
async function handleEarlyCheckout(deps: Deps, sessionId: string): Promise<Handled> {
  const session = await deps.payments.readCheckout(sessionId);
  if (session.kind !== "done") return session.kind === "refused" ? "unknown_object" : "unreachable";
  const funding =
    session.value.fundingId === null ? null : await findFunding(deps, "funding", session.value.fundingId);
  return funding === null ? "unknown_object" : sync(deps, funding);
}

async function handleSetup(deps: Deps, setup: { id: string; organizationId: string }): Promise<Handled> {
  const standing = await recordSetup(deps, setup.organizationId, setup.id);
  if (standing === "unreachable") return standing;
  return standing === "saved" ? "applied" : "nothing_to_do";
}

async function handlePayment(deps: Deps, paymentIntentId: string): Promise<Handled> {
  const payment = await deps.payments.readPayment(paymentIntentId);
  if (payment.kind !== "done") return payment.kind === "refused" ? "unknown_object" : "unreachable";
  const funding =
    payment.value.fundingId === null ? null : await findFunding(deps, "funding", payment.value.fundingId);
  return funding === null ? "unknown_object" : sync(deps, funding);
}

async function sync(deps: Deps, funding: { id: string; organizationId: string }): Promise<Handled> {
  const standing = await syncFunding(deps, funding.organizationId, funding.id);
  if (standing === "unreachable") return "unreachable";
  return standing === "open" ? "nothing_to_do" : "applied";
}

async function handleDispute(deps: Deps, disputeId: string): Promise<Handled> {
  const dispute = await deps.payments.readDispute(disputeId);
  if (dispute.kind !== "done") return dispute.kind === "refused" ? "unknown_object" : "unreachable";
  const payment = await deps.payments.readPayment(dispute.value.paymentIntentId);
  if (payment.kind !== "done") return payment.kind === "refused" ? "unknown_object" : "unreachable";
  const { fundingId } = payment.value;
  const funding = fundingId === null ? null : await findFunding(deps, "funding", fundingId);
  if (funding?.milestoneId == null) return "unknown_object";
  // The dispute may be told before the payment it is about.
  const synced = await sync(deps, funding);
  if (synced === "unreachable") return synced;
  const subject = {
    organizationId: funding.organizationId,
    milestoneId: funding.milestoneId,
    fundingId: funding.id,
    method: payment.value.paidWith?.kind ?? "card",
  };
  return followDispute(deps, subject, dispute.value);
}

async function handleRefund(deps: Deps, providerRefundId: string): Promise<Handled> {
  const facts = await deps.payments.readRefund(providerRefundId);
  if (facts.kind !== "done") return facts.kind === "refused" ? "unknown_object" : "unreachable";
  return recordRefund(deps, facts.value);
}

/** The event names the charge alone, so each of its refunds is looked at. */
async function handleRefundedCharge(deps: Deps, chargeId: string): Promise<Handled> {
  const refunds = await deps.payments.listRefunds(chargeId);
  if (refunds.kind !== "done") return refunds.kind === "refused" ? "unknown_object" : "unreachable";
  const outcomes: EventOutcome[] = [];
  for (const facts of refunds.value) outcomes.push(await recordRefund(deps, facts));
  return outcomes.find((outcome) => outcome === "applied") ?? outcomes[0] ?? "nothing_to_do";
}

async function handleTransfer(deps: Deps, providerTransferId: string): Promise<Handled> {
  const facts = await deps.payments.readTransfer(providerTransferId);
  if (facts.kind !== "done") return facts.kind === "refused" ? "unknown_object" : "unreachable";
  const { operationId } = facts.value;
  const subject =
    operationId === null ? null : await deps.database.findByProviderId("transfer_operation", operationId);
  if (subject === null || subject.milestoneId === null) return "unknown_object";
  const { organizationId, milestoneId, id } = subject;
  await confirmTransferAt(deps, { organizationId, milestoneId, transferId: id }, providerTransferId);
  return "applied";
}

async function handlePayout(deps: Deps, accountId: string, providerPayoutId: string): Promise<Handled> {
  const facts = await deps.payments.readPayout(accountId, providerPayoutId);
  if (facts.kind !== "done") return facts.kind === "refused" ? "unknown_object" : "unreachable";
  const { operationId } = facts.value;
  const subject =
    operationId === null ? null : await deps.database.findByProviderId("payout_operation", operationId);
  if (subject === null) return "unknown_object";
  await recordPayout(deps, subject.organizationId, subject.id, facts.value);
  return "applied";
}

async function handleAccount(deps: Deps, accountId: string): Promise<Handled> {
  const subject = await deps.database.findByProviderId("account", accountId);
  if (subject === null) return "unknown_object";
  const refreshed = await refreshPayeeAccount(deps, subject.organizationId);
  return refreshed.ok ? "applied" : "unreachable";
}

async function handleBalance(deps: Deps, accountId: string): Promise<Handled> {
  const subject = await deps.database.findByProviderId("account", accountId);
  if (subject === null) return "unknown_object";
  const hastened = await deps.database.hastenOperations("payout.create", subject.organizationId);
  return hastened === 0 ? "nothing_to_do" : "applied";
}

function findFunding(deps: Deps, kind: Extract<ProviderObjectKind, "checkout" | "funding">, id: string) {
  return deps.database.findByProviderId(kind, id);
}
