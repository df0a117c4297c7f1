import { currencyCode, type Failure, ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import { milestonesOf } from "../tenancy";
import { endFundingAt } from "./end-funding-at";

/**
 * Makes sure that an open funding has its hosted page, and answers the page's address; null when the funding is closed.
 * The provider's key is derived from the funding, so however often this runs, there is one page. A funding for which the
 * provider will never open a page ends as failed (`payment.refused`, or `payment.unavailable` when it only repeats an
 * error of its own).
 */
export async function ensureCheckout(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<Result<string | null, Failure>> {
  const funding = await deps.database.inTenant(organizationId, (tx) =>
    tx.funding.findUnique({
      where: { id: fundingId, milestone: milestonesOf(organizationId) },
      include: { milestone: { include: { partnership: true } } },
    }),
  );
  if (funding === null) return refuse({ code: "funding.not_found" });
  if (funding.status !== "opened") return ok(null);
  if (funding.checkoutUrl !== null) return ok(funding.checkoutUrl);

  const { milestone } = funding;
  const back = `${deps.settings.brandOrigin}/milestones/${milestone.id}`;
  const outcome = await deps.payments.createCheckout({
    operation: { id: funding.id, attemptClass: 1 },
    amount: funding.amount,
    fee: funding.fee,
    currency: currencyCode.parse(funding.currency),
    milestoneId: milestone.id,
    partnershipId: milestone.partnershipId,
    description: `${funding.purpose === "repayment" ? "Repayment: " : ""}${milestone.title} · ${milestone.partnership.title}`,
    successUrl: `${back}?funding=${funding.id}`,
    cancelUrl: `${back}?funding_left=${funding.id}`,
    expiresAt: funding.expiresAt,
  });
  if (outcome.kind !== "done") {
    // Under this key there will never be a page: the funding is over, and the brand begins another one.
    const hopeless = outcome.kind === "refused" || outcome.keySpent === true;
    if (hopeless) {
      const subject = { organizationId, milestoneId: milestone.id, fundingId };
      await endFundingAt(deps, subject, "failed", outcome.reason);
    }
    const code = outcome.kind === "refused" ? "payment.refused" : "payment.unavailable";
    return refuse({ code, details: { reason: outcome.reason } });
  }

  const { sessionId, url } = outcome.value;
  await deps.database.inTenant(organizationId, (tx) =>
    tx.funding.update({
      where: { id: funding.id },
      data: { checkoutSessionId: sessionId, checkoutUrl: url },
    }),
  );
  return ok(url);
}
