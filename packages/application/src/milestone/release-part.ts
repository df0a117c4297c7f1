import { releasePart as decide, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

const answer = z.object({ releaseId: z.uuid() });

/** The brand lets a part of the held money go; the remainder stays held. */
export const releasePart: Verb<z.input<typeof views.releasePartInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.release_part",
    permission: "milestone.release",
    input: views.releasePartInput,
    answer,
    decide: (snapshot, part, context) => decide(snapshot, part, context),
    answerFrom({ release }) {
      if (release === undefined) throw new Error("a part was released without a release");
      return { releaseId: release.id };
    },
  });
