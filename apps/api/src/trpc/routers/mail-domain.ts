import { checkMailDomain, getMailDomain, removeMailDomain, setMailDomain } from "@evenshare/application";
import { mailDomainStatus, views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const mailDomainRouter = t.router({
  get: memberProcedure("mail_domain.manage")
    .output(views.mailDomainView)
    .query(({ ctx }) => run(ctx, getMailDomain, {})),

  set: memberProcedure("mail_domain.manage")
    .input(views.setMailDomainInput)
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, setMailDomain, input)),

  check: memberProcedure("mail_domain.manage")
    .input(views.changeMailDomainInput)
    .output(z.strictObject({ status: mailDomainStatus }))
    .mutation(({ ctx, input }) => run(ctx, checkMailDomain, input)),

  remove: memberProcedure("mail_domain.manage")
    .input(views.changeMailDomainInput)
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, removeMailDomain, input)),
});
