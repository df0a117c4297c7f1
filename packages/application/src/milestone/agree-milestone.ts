import { agreeMilestone as decide, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ state: milestoneState });

/** The other side agrees to the version it has read. Title, amount and criteria stand from here on. */
export const agreeMilestone: Verb<z.input<typeof views.agreeMilestoneInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.agree",
    permission: "milestone.agree",
    input: views.agreeMilestoneInput,
    answer,
    decide: (snapshot, { version }, context) => decide(snapshot, version, context),
    answerFrom: ({ patch }) => ({ state: patch.state }),
  });
