import { proposeMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState });

/** The drafting side puts its draft before the other side. */
export const proposeMilestone: Verb<z.input<typeof views.milestoneCommandInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.propose",
    permission: "milestone.propose",
    input: views.milestoneCommandInput,
    answer,
    decide: (snapshot, _input, context) => decide(snapshot, context),
    answerFrom: ({ patch }) => ({ state: patch.state }),
  });
