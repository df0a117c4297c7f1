import { z } from "zod";

/**
 * The work state of a milestone. Its money state (promised, funded, held, in flight, released) is never stored:
 * it is derived from the ledger. Disputes are objects of their own and freeze an amount, not a state.
 */
export const milestoneStates = [
  "draft",
  "proposed",
  "agreed",
  "part_funded",
  "funded",
  "funding_failed",
  "in_progress",
  "submitted",
  "revision_requested",
  "accepted",
  "releasing",
  "releasing_blocked",
  "released",
  "cancel_requested",
  "refunding",
  "refunded",
  "dormant",
  "clawback_open",
  "recovered",
  "negative",
] as const;

export type MilestoneState = (typeof milestoneStates)[number];
export const milestoneState = z.enum(milestoneStates);

/** What can happen to a milestone. */
export const milestoneEvents = [
  "propose",
  "withdraw",
  "decline",
  "agree",
  "fund_part",
  "fund_full",
  "fail_funding",
  "start",
  "submit",
  "request_revision",
  "resume",
  "accept",
  "begin_release",
  "block_release",
  "complete_release",
  "await_funding",
  "release_part",
  "offer_remainder",
  "decline_remainder",
  "withdraw_remainder",
  "roll_out",
  "return_part",
  "begin_refund",
  "request_cancel",
  "agree_cancel",
  "refuse_cancel",
  "complete_refund",
  "end_released",
  "fail_refund",
  "fall_dormant",
  "release_dormant",
  "refund_dormant",
  "open_clawback",
  "win_clawback",
  "recover_clawback",
  "go_negative",
] as const;

export type MilestoneEvent = (typeof milestoneEvents)[number];
export const milestoneEvent = z.enum(milestoneEvents);

/** States in which money may be held and work go on or wait. */
export const fundedStates = [
  "part_funded",
  "funded",
  "in_progress",
  "submitted",
  "revision_requested",
  "accepted",
  "releasing_blocked",
] as const satisfies readonly MilestoneState[];
