import { addSplits, ok, sum, type views } from "@evenshare/domain";
import { z } from "zod";
import { standingHolds } from "../hold/list-holds";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";
import { type LoadedMilestone, loadMilestones } from "./load-milestones";
import { counterpartyOf } from "./load-partnerships";
import { runQuery } from "./run-query";

const input = z.strictObject({});

/** Who holds the money, in one sentence. The product itself never does. */
const holder =
  "Stripe, the payment provider, holds this money on the platform's account until it is released to the producer or returned to the brand.";

/**
 * Every milestone that was ever funded, what is held first, and the totals per currency, each taken from the ledger.
 * What was agreed and never funded counts in the totals as still to fund and has no row: nothing of it is held.
 */
export const getHeldFunds: Verb<z.input<typeof input>, views.HeldFundsView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx) {
      const counted = await tx.milestone.findMany({
        where: {
          ...milestonesOf(scope.organizationId),
          OR: [
            { fundings: { some: { status: "succeeded" } } },
            { shares: { some: {} } },
            { state: "agreed" },
          ],
        },
        select: { id: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      const milestones = await loadMilestones(
        tx,
        scope,
        counted.map(({ id }) => id),
      );
      const funded = milestones.filter(({ money }) => money.funded > 0n);
      const shown = [...funded.filter(holds), ...funded.filter((milestone) => !holds(milestone))];
      return ok({
        totals: totalsOf(milestones),
        milestones: shown.map((milestone) => ({
          id: milestone.id,
          title: milestone.title,
          partnershipTitle: milestone.partnership.title,
          counterparty: counterpartyOf(milestone.partnership, scope.organizationId),
          state: milestone.state,
          money: milestone.money,
          reviewEndsAt: milestone.reviewEndsAt,
          timeZone: milestone.agreement.terms.timeZone,
        })),
        holder,
        holds: await standingHolds(tx, scope),
      });
    },
  });

function holds({ money }: LoadedMilestone): boolean {
  return money.held > 0n || money.inFlight > 0n;
}

/** `inReview` is the part of what is held that waits for an answer of the brand. */
function totalsOf(milestones: readonly LoadedMilestone[]): views.HeldFundsView["totals"] {
  return addSplits(milestones.map(({ money }) => money)).map((total) => {
    const inReview = milestones.filter(
      ({ state, money }) => state === "submitted" && money.currency === total.currency,
    );
    // Disputes between the parties are not built yet: there is nothing of them in the ledger.
    return { ...total, inReview: sum(inReview.map(({ money }) => money.held)), disputed: 0n };
  });
}
