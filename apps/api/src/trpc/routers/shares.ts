import {
  acceptShare,
  declineShare,
  getShare,
  listShares,
  proposeShare,
  proposeShareVersion,
  withdrawShare,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

/** Revenue-share agreements: proposed by a brand, accepted by every producer they pay. */
export const sharesRouter = t.router({
  list: memberProcedure("partnership.read")
    .input(views.listSharesInput)
    .output(views.page(views.shareRow))
    .query(({ ctx, input }) => run(ctx, listShares, input)),

  get: memberProcedure("partnership.read")
    .input(views.getShareInput)
    .output(views.shareView)
    .query(({ ctx, input }) => run(ctx, getShare, input)),

  propose: memberProcedure("share.propose", "brand")
    .input(views.proposeShareInput)
    .output(views.proposedShare)
    .mutation(({ ctx, input }) => run(ctx, proposeShare, input)),

  proposeVersion: memberProcedure("share.propose", "brand")
    .input(views.proposeShareVersionInput)
    .output(views.proposedShare)
    .mutation(({ ctx, input }) => run(ctx, proposeShareVersion, input)),

  accept: memberProcedure("share.accept", "producer")
    .input(views.answerShareInput)
    .output(views.answeredShare)
    .mutation(({ ctx, input }) => run(ctx, acceptShare, input)),

  decline: memberProcedure("share.decline", "producer")
    .input(views.declineShareInput)
    .output(views.answeredShare)
    .mutation(({ ctx, input }) => run(ctx, declineShare, input)),

  withdraw: memberProcedure("share.withdraw", "brand")
    .input(views.answerShareInput)
    .output(views.answeredShare)
    .mutation(({ ctx, input }) => run(ctx, withdrawShare, input)),
});
