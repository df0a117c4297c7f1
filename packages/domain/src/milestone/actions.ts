import { isAllowed, type Permission } from "../organization/permission";
import type { OrganizationKind, Role } from "../organization/role";
import { type MilestoneAction, milestoneActions } from "../views/milestone";
import type { MilestoneEvent, MilestoneState } from "./state";
import { follow } from "./transitions";

/** Who looks at a milestone. */
export interface ActionReader {
  readonly kind: OrganizationKind;
  readonly role: Role;
}

/** What decides which actions are open. Amounts in minor units of the milestone's currency. */
export interface ActionFacts {
  readonly state: MilestoneState;
  /** Whether the reader's own organization drafted the milestone. */
  readonly drafted: boolean;
  readonly agreementAccepted: boolean;
  readonly funded: bigint;
  readonly held: bigint;
  /** A payment page that was left open does not count: the next one closes it. */
  readonly toFund: bigint;
  /** What the brand can repay now of what its bank took back after release. */
  readonly toRepay: bigint;
  /** How much must be funded before work may start. */
  readonly minimumStart: bigint;
  readonly revisionRound: number;
  readonly includedRevisions: number;
  readonly payeePayable: boolean;
  /** Who made the offer about the held money that waits; null when none waits. */
  readonly offer: "own_side" | "other_side" | null;
  /** Who asked for the release that waits for a second person; null when none waits. */
  readonly waiting: "reader" | "somebody" | null;
}

interface ActionRule {
  readonly permission: Permission;
  readonly possible: (facts: ActionFacts) => boolean;
}

/** One rule per action: who may at all, and when. The decisions themselves check again when it is done. */
const rules: Readonly<Record<MilestoneAction, ActionRule>> = {
  edit: { permission: "milestone.draft", possible: (facts) => facts.drafted && facts.state === "draft" },
  propose: { permission: "milestone.propose", possible: (facts) => facts.drafted && can(facts, "propose") },
  withdraw: { permission: "milestone.propose", possible: (facts) => facts.drafted && can(facts, "withdraw") },
  decline: { permission: "milestone.agree", possible: (facts) => !facts.drafted && can(facts, "decline") },
  agree: {
    permission: "milestone.agree",
    possible: (facts) => !facts.drafted && facts.agreementAccepted && can(facts, "agree"),
  },
  fund: {
    permission: "milestone.fund",
    possible: (facts) => facts.toFund > 0n && can(facts, "fund_part"),
  },
  repay: { permission: "milestone.fund", possible: (facts) => facts.toRepay > 0n },
  start: {
    permission: "milestone.start",
    possible: (facts) => facts.funded >= facts.minimumStart && can(facts, "start"),
  },
  submit: {
    permission: "milestone.submit",
    possible: (facts) => can(facts, "submit") || can(facts, "resume"),
  },
  request_revision: {
    permission: "milestone.request_revision",
    possible: (facts) => facts.revisionRound < facts.includedRevisions && can(facts, "request_revision"),
  },
  accept: {
    permission: "milestone.release",
    possible: (facts) => facts.waiting === null && can(facts, "accept"),
  },
  release_part: {
    permission: "milestone.release",
    // A part is less than all that is held, so there must be two units at least.
    possible: (facts) =>
      facts.waiting === null && facts.held > 1n && facts.payeePayable && can(facts, "release_part"),
  },
  offer_remainder: {
    permission: "remainder.offer",
    possible: (facts) => facts.offer === null && facts.held > 0n && can(facts, "offer_remainder"),
  },
  agree_remainder: { permission: "remainder.agree", possible: ({ offer }) => offer === "other_side" },
  decline_remainder: { permission: "remainder.decline", possible: ({ offer }) => offer === "other_side" },
  withdraw_remainder: { permission: "remainder.withdraw", possible: ({ offer }) => offer === "own_side" },
  approve_release: { permission: "approval.approve", possible: ({ waiting }) => waiting === "somebody" },
  decline_release: { permission: "approval.decline", possible: ({ waiting }) => waiting === "somebody" },
  withdraw_release: { permission: "approval.withdraw", possible: ({ waiting }) => waiting === "reader" },
};

/** What the reader may do now, in the order of the list of actions. */
export function allowedActions(reader: ActionReader, facts: ActionFacts): MilestoneAction[] {
  return milestoneActions.filter((action) => {
    const { permission, possible } = rules[action];
    return isAllowed(permission, reader.kind, reader.role) && possible(facts);
  });
}

/** What waits on the reader rather than being merely possible, most pressing first. */
const pressing: readonly MilestoneAction[] = [
  "approve_release",
  "agree_remainder",
  "accept",
  "agree",
  "start",
  "submit",
  "fund",
  "repay",
  "propose",
];

/** The one thing the reader should do now, or null when the milestone waits on somebody else. */
export function nextAction(allowed: readonly MilestoneAction[]): MilestoneAction | null {
  return pressing.find((action) => allowed.includes(action)) ?? null;
}

function can({ state }: ActionFacts, event: MilestoneEvent): boolean {
  return follow(state, event).ok;
}
