import { ok, type Refused, type Result, refuse } from "../result";
import { type MilestoneEvent, type MilestoneState, milestoneStates } from "./state";

export interface Transition {
  readonly from: MilestoneState;
  readonly event: MilestoneEvent;
  readonly to: MilestoneState;
}

/**
 * The whole machine, as data (milestone rules, section 1). What is not listed is forbidden.
 * A transition to the same state records that something happened without a change of state.
 */
export const transitions: readonly Transition[] = [
  on("propose", { draft: "proposed" }),
  on("withdraw", { proposed: "draft" }),
  on("decline", { proposed: "draft" }),
  on("agree", { proposed: "agreed" }),
  on("fund_part", {
    agreed: "part_funded",
    part_funded: "part_funded",
    funding_failed: "part_funded",
    in_progress: "in_progress",
    submitted: "submitted",
    revision_requested: "revision_requested",
    accepted: "accepted",
    releasing: "releasing",
    releasing_blocked: "releasing_blocked",
  }),
  on("fund_full", {
    agreed: "funded",
    part_funded: "funded",
    funding_failed: "funded",
    in_progress: "in_progress",
    submitted: "submitted",
    revision_requested: "revision_requested",
    accepted: "accepted",
    releasing: "releasing",
    releasing_blocked: "releasing_blocked",
  }),
  on("fail_funding", {
    part_funded: "funding_failed",
    funded: "funding_failed",
    in_progress: "funding_failed",
    submitted: "funding_failed",
    revision_requested: "funding_failed",
  }),
  on("start", { part_funded: "in_progress", funded: "in_progress" }),
  on("submit", { in_progress: "submitted" }),
  on("request_revision", { submitted: "revision_requested" }),
  on("resume", { revision_requested: "in_progress" }),
  on("accept", { submitted: "accepted" }),
  on("begin_release", { accepted: "releasing", releasing_blocked: "releasing" }),
  on("block_release", { accepted: "releasing_blocked", releasing: "releasing_blocked" }),
  on("complete_release", { releasing: "released" }),
  on("await_funding", { releasing: "accepted" }),
  on("release_part", {
    part_funded: "part_funded",
    funded: "funded",
    in_progress: "in_progress",
    submitted: "submitted",
    revision_requested: "revision_requested",
  }),
  // About held money that is not released: what is offered and answered, and what then becomes of it.
  ...(["offer_remainder", "decline_remainder", "withdraw_remainder", "roll_out", "return_part"] as const).map(
    (event) =>
      on(event, {
        part_funded: "part_funded",
        funded: "funded",
        in_progress: "in_progress",
        submitted: "submitted",
        revision_requested: "revision_requested",
      }),
  ),
  on("begin_refund", {
    part_funded: "refunding",
    funded: "refunding",
    in_progress: "refunding",
    submitted: "refunding",
    revision_requested: "refunding",
  }),
  on("request_cancel", {
    part_funded: "cancel_requested",
    funded: "cancel_requested",
    in_progress: "cancel_requested",
    submitted: "cancel_requested",
    revision_requested: "cancel_requested",
    releasing_blocked: "cancel_requested",
  }),
  on("agree_cancel", { cancel_requested: "refunding" }),
  on("refuse_cancel", { cancel_requested: "in_progress" }),
  // Through, because all of it went back or into another milestone; released when a part of it had been.
  on("complete_refund", {
    refunding: "refunded",
    part_funded: "refunded",
    funded: "refunded",
    in_progress: "refunded",
    submitted: "refunded",
    revision_requested: "refunded",
  }),
  on("end_released", {
    refunding: "released",
    part_funded: "released",
    funded: "released",
    in_progress: "released",
    submitted: "released",
    revision_requested: "released",
  }),
  // The money is held again, whatever the milestone has become since; nothing goes on by itself from there.
  on("fail_refund", {
    refunding: "funded",
    refunded: "funded",
    released: "funded",
    accepted: "funded",
    releasing: "funded",
    releasing_blocked: "funded",
    clawback_open: "funded",
    recovered: "funded",
    negative: "funded",
  }),
  on("fall_dormant", {
    part_funded: "dormant",
    funded: "dormant",
    in_progress: "dormant",
    revision_requested: "dormant",
  }),
  on("release_dormant", { dormant: "releasing" }),
  on("refund_dormant", { dormant: "refunding" }),
  on("open_clawback", { released: "clawback_open" }),
  on("win_clawback", { clawback_open: "released" }),
  on("recover_clawback", { clawback_open: "recovered" }),
  on("go_negative", { clawback_open: "negative" }),
].flat();

const targets = new Map(transitions.map(({ from, event, to }) => [`${from} ${event}`, to]));

export interface ForbiddenTransition {
  readonly code: "milestone.transition_forbidden";
  readonly details: {
    readonly state: MilestoneState;
    readonly event: MilestoneEvent;
    readonly allowed: readonly MilestoneEvent[];
  };
}

/**
 * Where `event` leads from `from`, or a refusal that lists what is allowed there.
 *
 * @example follow("draft", "propose") // ok("proposed")
 */
export function follow(
  from: MilestoneState,
  event: MilestoneEvent,
): Result<MilestoneState, ForbiddenTransition> {
  const to = targets.get(`${from} ${event}`);
  return to === undefined ? forbid(from, event) : ok(to);
}

/** The events that may happen in a state, in the order of the table. */
export function allowedEvents(from: MilestoneState): MilestoneEvent[] {
  return transitions.filter((transition) => transition.from === from).map(({ event }) => event);
}

function forbid(state: MilestoneState, event: MilestoneEvent): Refused<ForbiddenTransition> {
  return refuse({
    code: "milestone.transition_forbidden",
    details: { state, event, allowed: allowedEvents(state) },
  });
}

function on(event: MilestoneEvent, path: Partial<Record<MilestoneState, MilestoneState>>): Transition[] {
  return milestoneStates.flatMap((from) => {
    const to = path[from];
    return to === undefined ? [] : [{ from, event, to }];
  });
}
