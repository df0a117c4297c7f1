import { offerRemainder as decide, ok, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { changePairAsPerson } from "./change-pair-as-person";

const answer = z.object({ offerId: z.uuid() });

/**
 * One side offers what is to become of held money: it rolls into another milestone of the partnership, or returns to the
 * brand. Nothing moves until the other side agrees.
 */
export const offerRemainder: Verb<z.input<typeof views.offerRemainderInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changePairAsPerson(deps, scope, input, {
    name: "remainder.offer",
    permission: "remainder.offer",
    input: views.offerRemainderInput,
    answer,
    findTarget: async ({ kind, targetId }) => (kind === "roll" ? targetId : null),
    decide({ snapshot, target }, wanted, person, context) {
      const change = decide(snapshot, target, wanted, person, context);
      if (!change.ok) return change;
      const lodged = change.value.offer?.lodge;
      if (lodged === undefined) throw new Error("an offer was made without a row");
      return ok({ change: change.value, targetChange: null, answer: { offerId: lodged.id } });
    },
  });
