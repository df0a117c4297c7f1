import { plain } from "@evenshare/database";
import { explainPayoutFailure, moneyRoles } from "@evenshare/domain";
import type { Deps } from "../deps";
import { loadPayout } from "./load-payout";
import { provider } from "./provider-actor";

/**
 * Writes that a payout cannot be made because the producer has taken away our access to the account in which its money
 * lies. Nothing moves in the ledger: the money is with the producer. Connecting the same account again takes it up.
 */
export async function failWithoutAccess(deps: Deps, organizationId: string, payoutId: string): Promise<void> {
  await deps.database.inTenant(organizationId, async (tx) => {
    const payout = await loadPayout(tx, payoutId);
    if (payout === null || payout.account === null) return;
    if (payout.status !== "waiting" && payout.status !== "unknown") return;
    await tx.payout.update({
      where: { id: payout.id },
      data: { providerAccountId: payout.account.id },
    });
    const [milestone] = payout.milestones;
    const failure = explainPayoutFailure("account_disconnected", null);
    const change = {
      payout: { id: payout.id, status: "failed", failureReason: failure.reason, fix: failure.fix },
      audit: [
        {
          partnershipId: milestone?.partnershipId ?? null,
          action: "payout.failed",
          subjectType: "payout",
          subjectId: payout.id,
          reason: failure.reason,
          before: { status: payout.status },
          after: { status: "failed", amount: String(payout.amount), currency: payout.currency },
        },
      ],
      messages:
        milestone === undefined
          ? []
          : [
              {
                id: deps.newId(),
                template: "payout.failed",
                toOrganizationId: organizationId,
                toRoles: moneyRoles,
                data: {
                  partnershipId: milestone.partnershipId,
                  partnershipTitle: milestone.partnershipTitle,
                  milestoneId: milestone.id,
                  milestoneTitle: milestone.title,
                  brandName: milestone.brandName,
                  timeZone: milestone.timeZone,
                  amount: String(payout.amount),
                  currency: payout.currency,
                  ...failure,
                },
              },
            ],
      live: [{ organizations: [organizationId], topic: "payout", id: payout.id }],
    };
    await tx.$executeRaw`select app.apply_change(${JSON.stringify(provider)}::jsonb, null,
      ${JSON.stringify(plain(change))}::jsonb, ${deps.clock.now().toISOString()}::timestamptz)`;
  });
}
