import { acceptMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState, releaseId: z.uuid().nullable() });

/**
 * The brand accepts the submitted work; all that is held is released to the producer.
 * Refused when nothing is submitted (`milestone.transition_forbidden`) or when the held amount is not what the person saw
 * (`milestone.amount_changed`).
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
    answerFrom: ({ patch, release }) => ({ state: patch.state, releaseId: release?.id ?? null }),
  });
