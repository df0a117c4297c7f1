import {
  acceptMilestone,
  agreeMilestone,
  agreeRemainder,
  declineMilestone,
  declineRemainder,
  draftMilestone,
  editMilestone,
  fundFromSaved,
  fundMilestone,
  getMilestone,
  listMilestones,
  listRollTargets,
  offerRemainder,
  proposeMilestone,
  quoteFunding,
  quoteRelease,
  quoteRemainder,
  releasePart,
  repayMilestone,
  requestRevision,
  startMilestone,
  submitMilestone,
  withdrawMilestone,
  withdrawRemainder,
} from "@evenshare/application";
import { currencyCode, milestoneState, views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const newState = z.strictObject({ state: milestoneState });

export const milestonesRouter = t.router({
  list: memberProcedure("partnership.read")
    .input(views.listMilestonesInput)
    .output(views.page(views.milestoneRow))
    .query(({ ctx, input }) => run(ctx, listMilestones, input)),

  get: memberProcedure("partnership.read")
    .input(z.strictObject({ id: views.id }))
    .output(views.milestoneView)
    .query(({ ctx, input }) => run(ctx, getMilestone, input)),

  draft: memberProcedure("milestone.draft")
    .input(views.draftMilestoneInput)
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, draftMilestone, input)),

  edit: memberProcedure("milestone.draft")
    .input(views.editMilestoneInput)
    .output(z.strictObject({ version: z.number().int() }))
    .mutation(({ ctx, input }) => run(ctx, editMilestone, input)),

  propose: memberProcedure("milestone.propose")
    .input(views.milestoneCommandInput)
    .output(newState)
    .mutation(({ ctx, input }) => run(ctx, proposeMilestone, input)),

  withdraw: memberProcedure("milestone.propose")
    .input(views.milestoneCommandInput)
    .output(newState)
    .mutation(({ ctx, input }) => run(ctx, withdrawMilestone, input)),

  decline: memberProcedure("milestone.agree")
    .input(views.declineMilestoneInput)
    .output(newState)
    .mutation(({ ctx, input }) => run(ctx, declineMilestone, input)),

  agree: memberProcedure("milestone.agree")
    .input(views.agreeMilestoneInput)
    .output(newState)
    .mutation(({ ctx, input }) => run(ctx, agreeMilestone, input)),

  quoteFunding: memberProcedure("milestone.fund")
    .input(z.strictObject({ id: views.id, amount: z.bigint(), currency: currencyCode }))
    .output(views.fundingQuote)
    .query(({ ctx, input }) => run(ctx, quoteFunding, input)),

  fund: memberProcedure("milestone.fund")
    .input(views.fundMilestoneInput)
    .output(z.strictObject({ fundingId: views.id, checkoutUrl: z.string() }))
    .mutation(({ ctx, input }) => run(ctx, fundMilestone, input)),

  fundFromSaved: memberProcedure("milestone.fund")
    .input(views.fundFromSavedInput)
    .output(views.savedFundingAnswer)
    .mutation(({ ctx, input }) => run(ctx, fundFromSaved, input)),

  repay: memberProcedure("milestone.fund")
    .input(views.milestoneCommandInput)
    .output(z.strictObject({ fundingId: views.id, checkoutUrl: z.string() }))
    .mutation(({ ctx, input }) => run(ctx, repayMilestone, input)),

  start: memberProcedure("milestone.start")
    .input(views.milestoneCommandInput)
    .output(newState)
    .mutation(({ ctx, input }) => run(ctx, startMilestone, input)),

  submit: memberProcedure("milestone.submit")
    .input(views.submitMilestoneInput)
    .output(newState.extend({ version: z.number().int() }))
    .mutation(({ ctx, input }) => run(ctx, submitMilestone, input)),

  requestRevision: memberProcedure("milestone.request_revision")
    .input(views.requestRevisionInput)
    .output(newState.extend({ round: z.number().int() }))
    .mutation(({ ctx, input }) => run(ctx, requestRevision, input)),

  quoteRelease: memberProcedure("milestone.release")
    .input(z.strictObject({ id: views.id, amount: z.bigint() }))
    .output(views.releaseQuote)
    .query(({ ctx, input }) => run(ctx, quoteRelease, input)),

  accept: memberProcedure("milestone.release")
    .input(views.acceptMilestoneInput)
    .output(newState.extend({ releaseId: views.id.nullable(), approvalId: views.id.nullable() }))
    .mutation(({ ctx, input }) => run(ctx, acceptMilestone, input)),

  releasePart: memberProcedure("milestone.release")
    .input(views.releasePartInput)
    .output(z.strictObject({ releaseId: views.id.nullable(), approvalId: views.id.nullable() }))
    .mutation(({ ctx, input }) => run(ctx, releasePart, input)),

  listRollTargets: memberProcedure("remainder.read")
    .input(z.strictObject({ id: views.id }))
    .output(z.strictObject({ targets: z.array(views.rollTarget) }))
    .query(({ ctx, input }) => run(ctx, listRollTargets, input)),

  quoteRemainder: memberProcedure("remainder.read")
    .input(views.quoteRemainderInput)
    .output(views.remainderQuote)
    .query(({ ctx, input }) => run(ctx, quoteRemainder, input)),

  offerRemainder: memberProcedure("remainder.offer")
    .input(views.offerRemainderInput)
    .output(z.strictObject({ offerId: views.id }))
    .mutation(({ ctx, input }) => run(ctx, offerRemainder, input)),

  agreeRemainder: memberProcedure("remainder.agree")
    .input(views.answerOfferInput)
    .output(z.strictObject({ status: z.enum(["agreed", "void"]) }))
    .mutation(({ ctx, input }) => run(ctx, agreeRemainder, input)),

  declineRemainder: memberProcedure("remainder.decline")
    .input(views.declineOfferInput)
    .output(z.strictObject({ offerId: views.id }))
    .mutation(({ ctx, input }) => run(ctx, declineRemainder, input)),

  withdrawRemainder: memberProcedure("remainder.withdraw")
    .input(views.answerOfferInput)
    .output(z.strictObject({ offerId: views.id }))
    .mutation(({ ctx, input }) => run(ctx, withdrawRemainder, input)),
});
