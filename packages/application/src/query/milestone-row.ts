import type { views } from "@evenshare/domain";
import type { LoadedMilestone } from "./load-milestones";
import { counterpartyOf } from "./load-partnerships";

/** A milestone as lists show it. */
export function milestoneRow(milestone: LoadedMilestone, organizationId: string): views.MilestoneRow {
  const { partnership, agreement } = milestone;
  return {
    id: milestone.id,
    partnershipId: partnership.id,
    partnershipTitle: partnership.title,
    counterparty: counterpartyOf(partnership, organizationId),
    title: milestone.title,
    state: milestone.state,
    money: milestone.money,
    reviewEndsAt: milestone.reviewEndsAt,
    timeZone: agreement.terms.timeZone,
    dueOn: milestone.dueOn?.toISOString().slice(0, 10) ?? null,
    nextAction: milestone.nextAction,
    updatedAt: milestone.updatedAt,
  };
}
