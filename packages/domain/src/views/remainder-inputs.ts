import { z } from "zod";
import { currencyCode } from "../money/currency";
import { remainderKinds } from "../remainder/offer";
import { declineMilestoneInput, milestoneCommandInput } from "./milestone";
import { id } from "./shapes";

export const quoteRemainderInput = z.strictObject({
  id,
  kind: z.enum(remainderKinds),
  amount: z.bigint(),
  currency: currencyCode,
  /** The milestone it rolls into. */
  targetId: id.nullable(),
});
/** `expectedHeld` is what the person saw when they clicked; another figure now is a conflict, not a surprise. */
export const offerRemainderInput = milestoneCommandInput.extend({
  ...quoteRemainderInput.shape,
  expectedHeld: z.bigint(),
});
export const answerOfferInput = milestoneCommandInput.extend({ offerId: id });
export const declineOfferInput = declineMilestoneInput.extend({ offerId: id });
