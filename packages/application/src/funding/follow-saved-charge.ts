import { currencyCode, views } from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import type { PaymentFacts, ProviderOutcome, SavedCharge } from "../ports";
import { milestonesOf } from "../tenancy";
import { endFundingAt, type FundingSubject } from "./end-funding-at";
import { ensureCheckout } from "./ensure-checkout";
import { type FundingStanding, postPayment } from "./post-payment";

/** The provider's word for a card that wants its holder to be there. */
const wantsHolder = "authentication_required";

interface PendingCharge {
  readonly subject: FundingSubject;
  readonly request: SavedCharge;
  readonly paymentId: string | null;
}

/**
 * Charges the saved method of a funding, once: what the provider knows under this funding is looked up first, and a new
 * attempt carries the same key. A card that wants its holder leads to a hosted page for the same funding, so that it is
 * paid there or nowhere.
 */
export async function followSavedCharge(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<FundingStanding> {
  const pending = await loadCharge(deps, organizationId, fundingId);
  if (pending === null) return "ended";
  const known = await lookUp(deps, pending);
  if (known.kind !== "done") return "unreachable";
  if (known.value !== null) return settle(deps, pending, known.value);
  const outcome = await deps.payments.chargeSaved(pending.request);
  switch (outcome.kind) {
    case "done":
      return settle(deps, pending, outcome.value);
    case "refused":
      return refuse(deps, pending, outcome.code, outcome.reason);
    default:
      return "unreachable";
  }
}

function lookUp(
  deps: Deps,
  { request, paymentId }: PendingCharge,
): Promise<ProviderOutcome<PaymentFacts | null>> {
  return paymentId === null ? deps.payments.findSavedCharge(request) : deps.payments.readPayment(paymentId);
}

async function settle(deps: Deps, pending: PendingCharge, facts: PaymentFacts): Promise<FundingStanding> {
  const posted = await postPayment(deps, pending.subject, facts);
  if (posted !== null) return posted;
  if (facts.status === "pending") return "open";
  return refuse(deps, pending, facts.failureCode ?? "", facts.failureReason ?? "The bank gave no reason.");
}

/** Nothing was charged: the holder is asked on a page, or the funding is over with the bank's reason. */
async function refuse(
  deps: Deps,
  { subject }: PendingCharge,
  code: string,
  reason: string,
): Promise<FundingStanding> {
  if (code === wantsHolder) {
    const page = await ensureCheckout(deps, subject.organizationId, subject.fundingId);
    return page.ok && page.value !== null ? "open" : "unreachable";
  }
  await endFundingAt(deps, subject, "failed", reason);
  return "ended";
}

async function loadCharge(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<PendingCharge | null> {
  return deps.database.inTenant(organizationId, async (tx) => {
    const row = await tx.funding.findUnique({
      where: { id: fundingId, milestone: milestonesOf(organizationId) },
      include: { method: true, milestone: { include: { partnership: true } } },
    });
    const customer = await tx.paymentCustomer.findUnique({ where: { organizationId } });
    const customerId = customer?.providerCustomerId ?? null;
    const open = row?.status === "opened" || row?.status === "processing";
    if (row === null || !open || row.method === null || customerId === null) return null;
    const { milestone, method } = row;
    return {
      subject: { organizationId, milestoneId: row.milestoneId, fundingId },
      paymentId: row.providerPaymentId,
      request: {
        operation: { id: row.id, attemptClass: 1 },
        amount: row.amount + row.fee,
        currency: currencyCode.parse(row.currency),
        customerId,
        methodId: method.providerMethodId,
        kind: z.enum(views.paymentMethodKinds).parse(method.kind),
        milestoneId: milestone.id,
        partnershipId: milestone.partnershipId,
        description: `${milestone.title} · ${milestone.partnership.title}`,
      },
    };
  });
}
