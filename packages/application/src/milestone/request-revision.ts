import { requestRevision as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState, round: z.number().int() });

/** The brand asks for agreed criteria to be met; the review window stops until the next version. */
export const requestRevision: Verb<z.input<typeof views.requestRevisionInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.request_revision",
    permission: "milestone.request_revision",
    input: views.requestRevisionInput,
    answer,
    decide: (snapshot, input, context) => decide(snapshot, input, context),
    answerFrom: ({ patch }, snapshot) => ({
      state: patch.state,
      round: patch.revisionRound ?? snapshot.revisionRound,
    }),
  });
