import { appealHold as decide, views } from "@evenshare/domain";
import { z } from "zod";
import { changeAsPerson } from "../milestone/change-as-person";
import type { Verb } from "../verb";

const answer = z.object({ holdId: z.uuid() });

/** The producer says why a hold is wrong; the brand is told and reads it beside the reason. */
export const appealHold: Verb<z.input<typeof views.appealHoldInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "hold.appeal",
    permission: "hold.appeal",
    input: views.appealHoldInput,
    answer,
    decide: (snapshot, appeal, context) => decide(snapshot, appeal, context),
    answerFrom({ holds }) {
      if (holds?.appeal === undefined) throw new Error("an appeal was made without a hold");
      return { holdId: holds.appeal.id };
    },
  });
