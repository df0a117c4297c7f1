import { agreeOffer, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";
import { changePairAsPerson } from "./change-pair-as-person";

/** `void`: what was offered is not possible any more as it was offered; nothing moved. */
const answer = z.object({ status: z.enum(["agreed", "void"]) });

/** The other side agrees to an offer about held money, and it is carried out at once. */
export const agreeRemainder: Verb<z.input<typeof views.answerOfferInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changePairAsPerson(deps, scope, input, {
    name: "remainder.agree",
    permission: "remainder.agree",
    input: views.answerOfferInput,
    answer,
    // What an offer is about never changes, so that it may be read before anything is locked.
    findTarget: ({ id, offerId }) =>
      deps.database.inTenant(scope.organizationId, async (tx) => {
        const milestone = milestonesOf(scope.organizationId);
        const offer = await tx.remainderOffer.findFirst({
          where: { id: offerId, milestoneId: id, milestone },
        });
        return offer?.targetMilestoneId ?? null;
      }),
    decide({ snapshot, target }, { offerId }, person, context) {
      const agreed = agreeOffer(snapshot, target, offerId, person, context);
      if (!agreed.ok) return agreed;
      const { status, change, targetChange } = agreed.value;
      return ok({ change, targetChange, answer: { status } });
    },
  });
