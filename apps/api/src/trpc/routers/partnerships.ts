import {
  acceptAgreement,
  getPartnership,
  invitePartner,
  listAudit,
  listPartnerInvitations,
  listPartnerships,
  resendPartnerInvitation,
  revokePartnerInvitation,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const invitation = z.strictObject({ id: views.id });

export const partnershipsRouter = t.router({
  list: memberProcedure("partnership.read")
    .input(views.pageRequest)
    .output(views.page(views.partnershipRow))
    .query(({ ctx, input }) => run(ctx, listPartnerships, input)),

  get: memberProcedure("partnership.read")
    .input(z.strictObject({ id: views.id }))
    .output(views.partnershipView)
    .query(({ ctx, input }) => run(ctx, getPartnership, input)),

  invite: memberProcedure("partnership.create")
    .input(views.invitePartnerInput)
    .output(invitation)
    .mutation(({ ctx, input }) => run(ctx, invitePartner, input)),

  invitations: memberProcedure("partnership.read", "brand")
    .output(z.array(views.invitationRow))
    .query(({ ctx }) => run(ctx, listPartnerInvitations, {})),

  resendInvitation: memberProcedure("partnership.create")
    .input(views.invitationCommandInput)
    .output(invitation)
    .mutation(({ ctx, input }) => run(ctx, resendPartnerInvitation, input)),

  revokeInvitation: memberProcedure("partnership.create")
    .input(views.invitationCommandInput)
    .output(invitation)
    .mutation(({ ctx, input }) => run(ctx, revokePartnerInvitation, input)),

  acceptAgreement: memberProcedure("agreement.accept")
    .input(views.acceptAgreementInput)
    .output(z.strictObject({ version: z.number().int() }))
    .mutation(({ ctx, input }) => run(ctx, acceptAgreement, input)),

  audit: memberProcedure("partnership.read")
    .input(views.pageRequest.extend({ partnershipId: views.id }))
    .output(views.page(views.auditRow))
    .query(({ ctx, input }) => run(ctx, listAudit, input)),
});
