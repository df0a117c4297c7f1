import { askSecondPerson, acceptMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

/** `approvalId` is set when it waits for a second person: nothing was accepted or released yet. */
const answer = z.object({
  state: milestoneState,
  releaseId: z.uuid().nullable(),
  approvalId: z.uuid().nullable().default(null),
});

/**
 * The brand accepts the submitted work; all that is held is released to the producer. Beyond the organization's limit
 * for one person it waits for a second one instead.
 *
 * Refused when nothing is submitted (`milestone.transition_forbidden`), when the held amount is not what the person saw
 * (`milestone.amount_changed`), and while another release waits for a second person (`approval.already_waiting`).
 */
export const acceptMilestone: Verb<z.input<typeof views.acceptMilestoneInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.accept",
    permission: "milestone.release",
    input: views.acceptMilestoneInput,
    answer,
    decide: (snapshot, { expectedHeld }, context) =>
      decide(snapshot, { trigger: "accepted", expectedHeld }, context),
    answerFrom: ({ patch, release }) => ({
      state: patch.state,
      releaseId: release?.id ?? null,
      approvalId: null,
    }),
    secondPerson: {
      ask: (snapshot, _input, maker, context) =>
        askSecondPerson(snapshot, { step: "accept", amount: snapshot.money.held }, maker, context),
      answer: (approvalId, { state }) => ({ state, releaseId: null, approvalId }),
    },
  });
