import { askSecondPerson, releasePart as decide, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changeAsPerson } from "./change-as-person";

/** One of the two is set: the release, or the request that waits for a second person. */
const answer = z.object({
  releaseId: z.uuid().nullable(),
  approvalId: z.uuid().nullable().default(null),
});

/**
 * The brand lets a part of the held money go; the remainder stays held. Beyond the organization's limit for one person
 * it waits for a second one instead; what the same person let go of the milestone before counts with it.
 */
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
      return { releaseId: release.id, approvalId: null };
    },
    secondPerson: {
      ask: (snapshot, { amount }, maker, context) =>
        askSecondPerson(snapshot, { step: "release_part", amount }, maker, context),
      answer: (approvalId) => ({ releaseId: null, approvalId }),
    },
  });
