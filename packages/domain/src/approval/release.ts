import type { EntryDraft } from "../ledger/entry";
import { acceptMilestone } from "../milestone/accept";
import type { DecisionContext, MilestoneChange } from "../milestone/change";
import { heldAfter } from "../milestone/held-after";
import { milestoneFacts } from "../milestone/messages";
import { releasePart } from "../milestone/release-part";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { follow } from "../milestone/transitions";
import { sum } from "../money/money";
import type { Role } from "../organization/role";
import { type Failure, ok, type Result, refuse } from "../result";
import { limitOf, needsSecondPerson } from "./limits";
import { requestedMessage } from "./messages";
import {
  type ApprovalChange,
  type ApprovalPerson,
  type ApprovalRequest,
  approvalDays,
  type LapseReason,
  type ReleaseAct,
} from "./request";
import { type ApprovalScene, lapseOf, lapseRequest, mayDecide, settleApproved } from "./settle";

/** A release somebody wants: the step and, for a part, its amount. */
export interface WantedRelease {
  readonly step: ReleaseAct["step"];
  readonly amount: bigint;
}

/** Who may say yes to a release: those who may release themselves. */
const deciders: readonly Role[] = ["owner", "approver"];
const dayMs = 86_400_000;

/**
 * What counts against the limit when a person releases: the amount itself; for accepting the work also what is still to
 * be funded, because that follows by itself; and what the same person let go of this milestone in parts since a second
 * person last looked. However a sum is cut, its parts count together, and waiting changes nothing.
 */
export function countedAmount(snapshot: MilestoneSnapshot, wanted: WantedRelease, userId: string): bigint {
  const alone = snapshot.approvals.releasedAlone.filter((part) => part.userId === userId);
  return wanted.amount + laterOf(snapshot, wanted) + sum(alone.map(({ amount }) => amount));
}

/**
 * The request that a person's release becomes when it is beyond the limit; null when they may do it alone.
 * Refused with `approval.already_waiting` while another release of this milestone waits.
 */
export function askSecondPerson(
  snapshot: MilestoneSnapshot,
  wanted: WantedRelease,
  maker: ApprovalPerson,
  context: DecisionContext,
): Result<ApprovalChange | null, Failure> {
  const { limits, waiting } = snapshot.approvals;
  const { currency } = snapshot;
  // Accepting work whose money has all gone in parts moves nothing any more.
  if (wanted.amount + laterOf(snapshot, wanted) === 0n) return ok(null);
  const counted = countedAmount(snapshot, wanted, maker.userId);
  if (!needsSecondPerson(limits, { currency, amount: counted })) return ok(null);
  if (waiting !== null) {
    return refuse({ code: "approval.already_waiting", details: { maker: waiting.maker.name } });
  }
  const act = { step: wanted.step, expectedHeld: snapshot.money.held, later: laterOf(snapshot, wanted) };
  const request = {
    id: context.newId(),
    kind: "milestone.release",
    currency,
    amount: wanted.amount,
    act,
    maker,
    expiresAt: lastInstant(snapshot, context.now),
  } as const;
  const { maker: _, ...draft } = request;
  return ok({
    requestId: request.id,
    lodge: {
      ...draft,
      partnershipId: snapshot.partnershipId,
      milestoneId: snapshot.id,
      limit: limitOf(limits, currency),
    },
    audit: {
      action: "approval.request",
      before: {},
      after: {
        status: "waiting",
        act: `milestone.${wanted.step}`,
        milestoneId: snapshot.id,
        amount: String(wanted.amount),
        counted: String(counted),
        currency,
      },
      reason: null,
    },
    messages: [requestedMessage(request, deciders, settingOf(snapshot), context.newId)],
  });
}

/**
 * Whether a person's release of an amount would wait for a second one: above which limit, what counts towards it, and
 * how many others could decide. All that is held means accepting the work. Null when they may do it alone.
 */
export function quoteSecondPerson(
  snapshot: MilestoneSnapshot,
  amount: bigint,
  userId: string,
): { limit: bigint; counted: bigint; others: number } | null {
  const { limits, members } = snapshot.approvals;
  const { currency } = snapshot;
  const limit = limitOf(limits, currency);
  const step = amount === snapshot.money.held ? "accept" : "release_part";
  const counted = countedAmount(snapshot, { step, amount }, userId);
  if (limit === null || !needsSecondPerson(limits, { currency, amount: counted })) return null;
  return { limit, counted, others: members.filter((member) => member.userId !== userId).length };
}

/** What came of a second person's yes: the release with the request's end, or only that end, with the reason. */
export interface ApprovedRelease {
  readonly change: MilestoneChange | null;
  readonly approval: ApprovalChange;
}

/**
 * A second person says yes to a release. The original decision is made again on how things stand now; what cannot be
 * carried out as it was asked for makes the request void, and nothing is moved. A refusal that may pass (the producer
 * cannot be paid at the moment) leaves it waiting.
 */
export function approveRelease(
  snapshot: MilestoneSnapshot,
  requestId: string,
  decider: ApprovalPerson,
  context: DecisionContext,
): Result<ApprovedRelease, Failure> {
  const request = snapshot.approvals.waiting;
  if (request === null || request.id !== requestId) return refuse({ code: "approval.not_waiting" });
  const scene = sceneOf(snapshot, context);
  const allowed = mayDecide(request, decider, scene);
  if (!allowed.ok) return allowed;
  const lapse = lapseOf(request, scene);
  if (lapse !== null) return ok({ change: null, approval: lapseRequest(request, lapse, scene) });
  const released = carryOut(snapshot, request, context);
  if (released.ok) {
    const approval = settleApproved(request, decider, released.value.release?.id ?? null, scene);
    return ok({ change: released.value, approval });
  }
  const reason = lapsing[released.failure.code];
  return reason === undefined
    ? released
    : ok({ change: null, approval: lapseRequest(request, reason, scene) });
}

/**
 * The end of a waiting request that another change of its milestone makes impossible, or null: other money is held
 * than was asked about, or the step is forbidden in the state that follows. `entries` are all of the transaction's, where
 * more than one milestone changes.
 */
export function lapseAfter(
  snapshot: MilestoneSnapshot,
  change: MilestoneChange,
  context: DecisionContext,
  entries: readonly EntryDraft[] = change.entries ?? [],
): ApprovalChange | null {
  const request = snapshot.approvals.waiting;
  if (request === null) return null;
  const reason = lapseReasonAfter(request, snapshot, change, entries, context);
  return reason === null ? null : lapseRequest(request, reason, sceneOf(snapshot, context));
}

/** What the mails about a release's request say, and to whom. */
export function settingOf(snapshot: MilestoneSnapshot): ApprovalScene["setting"] {
  return { organizationId: snapshot.brand.id, data: milestoneFacts(snapshot) };
}

/** Refusals that no waiting mends: what was asked for is not there any more. */
const lapsing: Readonly<Record<string, LapseReason>> = {
  "milestone.amount_changed": "amount_changed",
  "milestone.transition_forbidden": "milestone_moved_on",
  "release.more_than_held": "amount_changed",
  "release.part_is_all": "amount_changed",
};

function carryOut(
  snapshot: MilestoneSnapshot,
  { act: { step, expectedHeld }, amount, currency }: ApprovalRequest<ReleaseAct>,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  return step === "accept"
    ? acceptMilestone(snapshot, { trigger: "accepted", expectedHeld }, context)
    : releasePart(snapshot, { amount, currency, expectedHeld }, context);
}

function lapseReasonAfter(
  { act }: ApprovalRequest<ReleaseAct>,
  snapshot: MilestoneSnapshot,
  change: MilestoneChange,
  entries: readonly EntryDraft[],
  { actor }: DecisionContext,
): LapseReason | null {
  if (actor.kind === "clock" && change.transitions.some(({ event }) => event === "accept"))
    return "review_ended";
  if (heldAfter(snapshot, entries) !== act.expectedHeld) return "amount_changed";
  return follow(change.patch.state, act.step).ok ? null : "milestone_moved_on";
}

/** Accepting the work lets go of what is funded later, too; releasing a part does not. */
function laterOf({ amount, money }: MilestoneSnapshot, { step }: WantedRelease): bigint {
  return step === "accept" ? amount - money.funded : 0n;
}

/** A request that outlived the automatic release would ask for what has happened. */
function lastInstant({ state, reviewEndsAt }: MilestoneSnapshot, now: Date): Date {
  const latest = new Date(now.getTime() + approvalDays * dayMs);
  return state === "submitted" && reviewEndsAt !== null && reviewEndsAt < latest ? reviewEndsAt : latest;
}

function sceneOf(snapshot: MilestoneSnapshot, { now, newId }: DecisionContext): ApprovalScene {
  return { now, newId, members: snapshot.approvals.members, setting: settingOf(snapshot) };
}
