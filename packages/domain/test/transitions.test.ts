import { describe, expect, test } from "vitest";
import { allowedEvents, follow, milestoneEvents, milestoneStates, transitions } from "../src";

/** The machine of the milestone rules, written down a second time by hand, state by state. */
const expected: Record<string, string> = {
  draft: "propose→proposed",
  proposed: "withdraw→draft decline→draft agree→agreed",
  agreed: "fund_part→part_funded fund_full→funded",
  part_funded:
    "fund_part→part_funded fund_full→funded fail_funding→funding_failed start→in_progress release_part→part_funded offer_remainder→part_funded decline_remainder→part_funded withdraw_remainder→part_funded roll_out→part_funded return_part→part_funded begin_refund→refunding request_cancel→cancel_requested complete_refund→refunded end_released→released fall_dormant→dormant",
  funded:
    "fail_funding→funding_failed start→in_progress release_part→funded offer_remainder→funded decline_remainder→funded withdraw_remainder→funded roll_out→funded return_part→funded begin_refund→refunding request_cancel→cancel_requested complete_refund→refunded end_released→released fall_dormant→dormant",
  funding_failed: "fund_part→part_funded fund_full→funded",
  in_progress:
    "fund_part→in_progress fund_full→in_progress fail_funding→funding_failed submit→submitted release_part→in_progress offer_remainder→in_progress decline_remainder→in_progress withdraw_remainder→in_progress roll_out→in_progress return_part→in_progress begin_refund→refunding request_cancel→cancel_requested complete_refund→refunded end_released→released fall_dormant→dormant",
  submitted:
    "fund_part→submitted fund_full→submitted fail_funding→funding_failed request_revision→revision_requested accept→accepted release_part→submitted offer_remainder→submitted decline_remainder→submitted withdraw_remainder→submitted roll_out→submitted return_part→submitted begin_refund→refunding request_cancel→cancel_requested complete_refund→refunded end_released→released",
  revision_requested:
    "fund_part→revision_requested fund_full→revision_requested fail_funding→funding_failed resume→in_progress release_part→revision_requested offer_remainder→revision_requested decline_remainder→revision_requested withdraw_remainder→revision_requested roll_out→revision_requested return_part→revision_requested begin_refund→refunding request_cancel→cancel_requested complete_refund→refunded end_released→released fall_dormant→dormant",
  accepted:
    "fund_part→accepted fund_full→accepted begin_release→releasing block_release→releasing_blocked fail_refund→funded",
  releasing:
    "fund_part→releasing fund_full→releasing block_release→releasing_blocked complete_release→released await_funding→accepted fail_refund→funded",
  releasing_blocked:
    "fund_part→releasing_blocked fund_full→releasing_blocked begin_release→releasing request_cancel→cancel_requested fail_refund→funded",
  released: "fail_refund→funded open_clawback→clawback_open",
  cancel_requested: "agree_cancel→refunding refuse_cancel→in_progress",
  refunding: "complete_refund→refunded end_released→released fail_refund→funded",
  refunded: "fail_refund→funded",
  dormant: "release_dormant→releasing refund_dormant→refunding",
  clawback_open: "fail_refund→funded win_clawback→released recover_clawback→recovered go_negative→negative",
  recovered: "fail_refund→funded",
  negative: "fail_refund→funded",
};

describe("the milestone state machine", () => {
  const pairs = milestoneStates.flatMap((state) => milestoneEvents.map((event) => ({ state, event })));

  test.each(pairs)(
    "F43: $event in $state leads where the rules say, or is refused with what is allowed",
    ({ state, event }) => {
      const allowed = (expected[state] ?? "").split(" ").filter(Boolean);
      const target = allowed.find((entry) => entry.startsWith(`${event}→`))?.split("→")[1];
      const result = follow(state, event);
      if (target === undefined) {
        expect(result).toEqual({
          ok: false,
          failure: {
            code: "milestone.transition_forbidden",
            details: { state, event, allowed: allowed.map((entry) => entry.split("→")[0]) },
          },
        });
      } else {
        expect(result).toEqual({ ok: true, value: target });
      }
    },
  );

  test("F43: no pair of state and event is listed twice", () => {
    expect(new Set(transitions.map(({ from, event }) => `${from} ${event}`)).size).toBe(transitions.length);
  });

  test("F43: every state has a way on (from an end only when money that had gone back is held again), and every state but the draft can be reached", () => {
    const ends = milestoneStates.filter((state) =>
      allowedEvents(state).every((event) => event === "fail_refund"),
    );
    expect(ends).toEqual(["refunded", "recovered", "negative"]);
    const reachable = new Set(transitions.map(({ to }) => to));
    expect(milestoneStates.filter((state) => !reachable.has(state))).toEqual([]);
  });
});
