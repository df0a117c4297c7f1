import type { MilestoneState, views } from "@evenshare/domain";
import type { LoadedMilestone } from "./load-milestones";
import { counterpartyOf } from "./load-partnerships";

export type Need = views.BrandHomeView["needsYou"][number];

/** More than this nobody works off in one sitting; the lists behind have them all. */
const most = 50;

/** What waits on the reader, nearest deadline first, then longest waiting. */
export function needsOf(milestones: readonly LoadedMilestone[], organizationId: string): Need[] {
  return milestones
    .flatMap((milestone) => {
      const need = needOf(milestone, organizationId);
      return need === null ? [] : [{ need, since: milestone.updatedAt }];
    })
    .sort((a, b) => dueTime(a.need) - dueTime(b.need) || a.since.getTime() - b.since.getTime())
    .slice(0, most)
    .map(({ need }) => need);
}

function needOf(milestone: LoadedMilestone, organizationId: string): Need | null {
  const action = kindOfNeed(milestone.nextAction, milestone.state);
  if (action === null) return null;
  const { partnership, agreement, money } = milestone;
  return {
    milestoneId: milestone.id,
    partnershipId: partnership.id,
    action,
    title: milestone.title,
    counterpartyName: counterpartyOf(partnership, organizationId).name,
    amount: amountOf(action, milestone),
    currency: money.currency,
    dueAt: dueOf(action, milestone),
    timeZone: agreement.terms.timeZone,
  };
}

function amountOf(action: Need["action"], { money, debt, waiting }: LoadedMilestone): bigint {
  switch (action) {
    case "repay":
      return debt.toRepay;
    case "fund":
      return money.toFund;
    case "review":
      return money.held;
    case "approve":
      return waiting?.amount ?? money.held;
    default:
      return money.committed;
  }
}

function dueOf(action: Need["action"], { reviewEndsAt, waiting }: LoadedMilestone): Date | null {
  if (action === "approve") return waiting?.expiresAt ?? null;
  return action === "review" ? reviewEndsAt : null;
}

function kindOfNeed(action: views.MilestoneAction | null, state: MilestoneState): Need["action"] | null {
  switch (action) {
    case "approve_release":
      return "approve";
    case "accept":
      return "review";
    case "submit":
      return state === "revision_requested" ? "revise" : "submit";
    case "agree":
    case "fund":
    case "repay":
    case "start":
    case "propose":
      return action;
    default:
      return null;
  }
}

function dueTime({ dueAt }: Need): number {
  return dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
