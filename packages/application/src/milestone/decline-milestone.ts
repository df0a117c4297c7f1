import { declineMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState });

/** The other side declines a proposal, with a reason; it becomes a draft again. */
export const declineMilestone: Verb<z.input<typeof views.declineMilestoneInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.decline",
    permission: "milestone.agree",
    input: views.declineMilestoneInput,
    answer,
    decide: (snapshot, { reason }, context) => decide(snapshot, reason, context),
    answerFrom: ({ patch }) => ({ state: patch.state }),
  });
