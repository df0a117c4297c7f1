import { submitMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState, version: z.number().int() });

/** The producer submits a version of the work, which starts the review window. */
export const submitMilestone: Verb<z.input<typeof views.submitMilestoneInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.submit",
    permission: "milestone.submit",
    input: views.submitMilestoneInput,
    answer,
    decide: (snapshot, input, context) => decide(snapshot, input, context),
    answerFrom: ({ patch }, snapshot) => ({
      state: patch.state,
      version: patch.submissionVersion ?? snapshot.submissionVersion,
    }),
  });
