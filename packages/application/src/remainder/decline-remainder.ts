import { declineOffer, views } from "@evenshare/domain";
import { z } from "zod";
import { changeAsPerson } from "../milestone/change-as-person";
import type { Verb } from "../verb";

const answer = z.object({ offerId: z.uuid() });

/** The other side declines an offer about held money, with a reason. Nothing moves. */
export const declineRemainder: Verb<z.input<typeof views.declineOfferInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "remainder.decline",
    permission: "remainder.decline",
    input: views.declineOfferInput,
    answer,
    decide: (snapshot, answered, context) =>
      declineOffer(snapshot, answered, { userId: scope.userId, name: scope.userName }, context),
    answerFrom: ({ offer }) => ({ offerId: offer?.settle?.id ?? "" }),
  });
