import { startMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState });

/** The producer starts the work, once enough of the money is held. */
export const startMilestone: Verb<z.input<typeof views.milestoneCommandInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.start",
    permission: "milestone.start",
    input: views.milestoneCommandInput,
    answer,
    decide: (snapshot, _input, context) => decide(snapshot, context),
    answerFrom: ({ patch }) => ({ state: patch.state }),
  });
