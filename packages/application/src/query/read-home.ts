import type { TenantTransaction } from "@evenshare/database";
import { type Money, overStates, type views } from "@evenshare/domain";
import type { Scope } from "../scope";
import { milestonesOf, partnershipsOf } from "../tenancy";
import { type LoadedMilestone, loadMilestones } from "./load-milestones";
import type { LoadedPartnership } from "./load-partnerships";
import { loadPartnershipRows } from "./partnership-rows";

/** What both homes show: every milestone that is not over, and the newest partnerships. */
export interface Home {
  readonly milestones: readonly LoadedMilestone[];
  readonly partnerships: readonly { row: views.PartnershipRow; partnership: LoadedPartnership }[];
}

/** As many partnerships as a home shows; the list behind it has them all. */
const shownPartnerships = 50;

export async function readHome(tx: TenantTransaction, scope: Scope): Promise<Home> {
  const open = await tx.milestone.findMany({
    where: { ...milestonesOf(scope.organizationId), state: { notIn: [...overStates] } },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const partnerships = await tx.partnership.findMany({
    where: partnershipsOf(scope.organizationId),
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shownPartnerships,
  });
  return {
    milestones: await loadMilestones(tx, scope, idsOf(open)),
    partnerships: await loadPartnershipRows(tx, scope, idsOf(partnerships)),
  };
}

/** What is held for a milestone, to be added up. */
export function heldOf({ money }: LoadedMilestone): Money {
  return { currency: money.currency, amount: money.held };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
