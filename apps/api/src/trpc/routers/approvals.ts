import {
  approveRequest,
  declineRequest,
  getLimits,
  listApprovals,
  setLimit,
  withdrawRequest,
} from "@evenshare/application";
import { approvalStatuses, views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const settled = z.strictObject({ status: z.enum(approvalStatuses) });

/** Decisions that wait for a second person of the same organization, and the rule that makes them wait. */
export const approvalsRouter = t.router({
  list: memberProcedure("partnership.read", "brand")
    .input(views.listApprovalsInput)
    .output(views.page(views.approvalRow))
    .query(({ ctx, input }) => run(ctx, listApprovals, input)),

  approve: memberProcedure("approval.approve", "brand")
    .input(views.approvalCommandInput)
    .output(settled.extend({ releaseId: views.id.nullable() }))
    .mutation(({ ctx, input }) => run(ctx, approveRequest, input)),

  decline: memberProcedure("approval.decline", "brand")
    .input(views.declineApprovalInput)
    .output(settled)
    .mutation(({ ctx, input }) => run(ctx, declineRequest, input)),

  withdraw: memberProcedure("approval.withdraw", "brand")
    .input(views.approvalCommandInput)
    .output(settled)
    .mutation(({ ctx, input }) => run(ctx, withdrawRequest, input)),

  limits: memberProcedure("partnership.read", "brand")
    .output(views.approvalLimitsView)
    .query(({ ctx }) => run(ctx, getLimits, {})),

  setLimit: memberProcedure("approval.set_limits", "brand")
    .input(views.setLimitInput)
    .output(z.strictObject({ approvalId: views.id.nullable() }))
    .mutation(({ ctx, input }) => run(ctx, setLimit, input)),
});
