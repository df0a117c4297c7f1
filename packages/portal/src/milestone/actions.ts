import type { views } from "@evenshare/domain";

type MilestoneAction = views.MilestoneAction;
type MilestoneView = views.MilestoneView;

/** The order of buttons: what moves the money or the work on first, what takes back last. */
const order: readonly MilestoneAction[] = [
  "approve_release",
  "agree_remainder",
  "accept",
  "submit",
  "fund",
  "repay",
  "agree",
  "propose",
  "start",
  "request_revision",
  "release_part",
  "offer_remainder",
  "decline_remainder",
  "withdraw_remainder",
  "decline_release",
  "withdraw_release",
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

/**
 * Part funding in words: what is covered, and that the rest is not. Null when all of it is funded, nothing is, or it no
 * longer matters.
 */
export function coverage(
  milestone: Pick<MilestoneView, "money" | "state">,
  money: (amount: bigint) => string,
): string | null {
  const { funded, held, released, refunded, toFund, committed } = milestone.money;
  if (funded === 0n || toFund === 0n || over.includes(milestone.state)) return null;
  const covered =
    released + refunded === 0n
      ? `${money(held)} of ${money(committed)} is held`
      : `${money(funded)} of ${money(committed)} is funded, ${money(held)} of it still held`;
  return `${covered}; work above it is unprotected.`;
}

/** States in which no work is to come that money would have to protect. */
const over: readonly MilestoneView["state"][] = [
  "accepted",
  "releasing",
  "released",
  "refunding",
  "refunded",
  "recovered",
];
