import {
  acceptAgreement,
  getPartnership,
  listAudit,
  listPartnerships,
  startPartnership,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const partnershipsRouter = t.router({
  list: memberProcedure("partnership.read")
    .input(views.pageRequest)
    .output(views.page(views.partnershipRow))
    .query(({ ctx, input }) => run(ctx, listPartnerships, input)),

  get: memberProcedure("partnership.read")
    .input(z.strictObject({ id: views.id }))
    .output(views.partnershipView)
    .query(({ ctx, input }) => run(ctx, getPartnership, input)),

  start: memberProcedure("partnership.create")
    .input(views.startPartnershipInput)
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, startPartnership, input)),

  acceptAgreement: memberProcedure("agreement.accept")
    .input(views.acceptAgreementInput)
    .output(z.strictObject({ version: z.number().int() }))
    .mutation(({ ctx, input }) => run(ctx, acceptAgreement, input)),

  audit: memberProcedure("partnership.read")
    .input(views.pageRequest.extend({ partnershipId: views.id }))
    .output(views.page(views.auditRow))
    .query(({ ctx, input }) => run(ctx, listAudit, input)),
});
