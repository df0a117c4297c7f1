import type { Deps } from "../deps";
import type { CheckoutSession, PaymentFacts } from "../ports";
import { milestonesOf } from "../tenancy";
import { endFundingAt, type FundingSubject } from "./end-funding-at";
import { ensureCheckout } from "./ensure-checkout";
import { followSavedCharge } from "./follow-saved-charge";
import { type FundingStanding, postPayment } from "./post-payment";

export type { FundingStanding } from "./post-payment";

/**
 * Looks a funding up at the provider and writes what became of it. Runs after each of its events, when a person comes
 * back, and from time to time while it is open: a lost event delays nothing for long.
 */
export async function syncFunding(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<FundingStanding> {
  const funding = await deps.database.inTenant(organizationId, (tx) =>
    tx.funding.findUnique({ where: { id: fundingId, milestone: milestonesOf(organizationId) } }),
  );
  if (funding === null) return "ended";
  if (funding.status === "succeeded") return "succeeded";
  if (funding.checkoutSessionId === null && funding.paymentMethodId !== null)
    return followSavedCharge(deps, organizationId, fundingId);
  if (funding.checkoutSessionId === null) {
    if (funding.status !== "opened") return "ended";
    const page = await ensureCheckout(deps, organizationId, fundingId);
    return page.ok && page.value !== null ? "open" : "unreachable";
  }
  const session = await deps.payments.readCheckout(funding.checkoutSessionId);
  if (session.kind !== "done") return "unreachable";
  return followSession(deps, { organizationId, milestoneId: funding.milestoneId, fundingId }, session.value);
}

async function followSession(
  deps: Deps,
  subject: FundingSubject,
  session: CheckoutSession,
): Promise<FundingStanding> {
  if (session.paymentIntentId !== null) {
    const payment = await deps.payments.readPayment(session.paymentIntentId);
    if (payment.kind !== "done") return "unreachable";
    const posted = await postPayment(deps, subject, payment.value);
    if (posted !== null) return posted;
    if (isOver(payment.value, session)) {
      const reason = payment.value.failureReason ?? "The payment was cancelled.";
      await endFundingAt(deps, subject, "failed", reason);
      return "ended";
    }
  }
  if (session.status !== "expired") return "open";
  await endFundingAt(deps, subject, "expired", "The payment page was closed before it was paid.");
  return "ended";
}

/** A card that was declined may be followed by another while the page is open; a bank that refused ends it. */
function isOver({ status }: PaymentFacts, session: CheckoutSession): boolean {
  return status === "canceled" || (status === "failed" && session.status === "complete");
}
