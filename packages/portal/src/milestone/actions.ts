import type { views } from "@evenshare/domain";

type MilestoneAction = views.MilestoneAction;
type MilestoneView = views.MilestoneView;

/** The order of buttons: what moves the money or the work on first, what takes back last. */
const order: readonly MilestoneAction[] = [
  "accept",
  "submit",
  "fund",
  "agree",
  "propose",
  "start",
  "request_revision",
  "release_part",
  "edit",
  "withdraw",
  "decline",
];

export interface OrderedActions {
  /** The one next thing, as the page's primary button. */
  readonly primary: MilestoneAction | null;
  readonly others: readonly MilestoneAction[];
}

/** Sorts what the server allows into the one thing to do now and the rest. Never offers what the server does not. */
export function orderActions({
  actions,
  nextAction,
}: Pick<MilestoneView, "actions" | "nextAction">): OrderedActions {
  const allowed = order.filter((action) => actions.includes(action));
  const primary = nextAction !== null && allowed.includes(nextAction) ? nextAction : null;
  return { primary, others: allowed.filter((action) => action !== primary) };
}

/** Part funding in words: what is covered, and that the rest is not. Null when all of it is held or nothing is. */
export function coverage(
  milestone: Pick<MilestoneView, "money" | "state">,
  money: (amount: bigint) => string,
): string | null {
  const { funded, toFund, committed } = milestone.money;
  if (funded === 0n || toFund === 0n || milestone.state === "released") return null;
  return `${money(funded)} of ${money(committed)} is held; work above it is unprotected.`;
}
