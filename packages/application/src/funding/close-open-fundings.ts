import { type Failure, ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import { milestonesOf } from "../tenancy";
import { syncFunding } from "./sync-funding";

/**
 * Closes the payment pages of a milestone that were left open, so that another can be opened without the risk of paying
 * twice. Refused when one of them was paid meanwhile or cannot be closed now.
 */
export async function closeOpenFundings(
  deps: Deps,
  organizationId: string,
  milestoneId: string,
): Promise<Result<void, Failure>> {
  const open = await deps.database.inTenant(organizationId, (tx) =>
    tx.funding.findMany({
      where: {
        milestoneId,
        milestone: milestonesOf(organizationId),
        status: "opened",
      },
    }),
  );
  for (const funding of open) {
    if (funding.checkoutSessionId !== null) await deps.payments.expireCheckout(funding.checkoutSessionId);
    const synced = await syncFunding(deps, organizationId, funding.id);
    if (synced !== "ended")
      return refuse({ code: "funding.another_open", details: { fundingId: funding.id } });
  }
  return ok(undefined);
}
