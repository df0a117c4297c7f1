import { views, withdrawOffer } from "@evenshare/domain";
import { z } from "zod";
import { changeAsPerson } from "../milestone/change-as-person";
import type { Verb } from "../verb";

const answer = z.object({ offerId: z.uuid() });

/** The side that made an offer about held money takes it back. */
export const withdrawRemainder: Verb<z.input<typeof views.answerOfferInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "remainder.withdraw",
    permission: "remainder.withdraw",
    input: views.answerOfferInput,
    answer,
    decide: (snapshot, { offerId }, context) =>
      withdrawOffer(snapshot, offerId, { userId: scope.userId, name: scope.userName }, context),
    answerFrom: ({ offer }) => ({ offerId: offer?.settle?.id ?? "" }),
  });
