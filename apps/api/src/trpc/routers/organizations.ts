import {
  getOrganization,
  listAuditChoices,
  listOrganizationAudit,
  removeLogo,
  updateOrganization,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { FailureError } from "../failure";
import { t } from "../init";
import { memberProcedure, run, signedInProcedure } from "../procedure";
import { sessionView } from "../session-view";

const createInput = z.strictObject({
  commandKey: views.commandKey,
  name: z.string().trim().min(1, "is missing").max(120, "has more than 120 characters"),
  country: z.string().regex(/^[A-Z]{2}$/, "is a country code of two letters, such as GB"),
  timeZone: z.string().max(64).refine(isTimeZone, "is not an IANA time zone, such as Europe/London"),
});

export const organizationsRouter = t.router({
  get: memberProcedure("partnership.read")
    .output(views.organizationView)
    .query(({ ctx }) => run(ctx, getOrganization, {})),

  create: signedInProcedure
    .input(createInput)
    .output(views.session)
    .mutation(async ({ ctx, input }) => {
      const created = await ctx.services.auth.createOrganization(ctx.member, input);
      if (!created.ok) throw new FailureError(created.failure);
      return sessionView(ctx, created.value);
    }),

  update: memberProcedure("organization.manage")
    .input(views.updateOrganizationInput)
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, updateOrganization, input)),

  removeLogo: memberProcedure("organization.manage")
    .input(z.strictObject({ commandKey: views.commandKey }))
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, removeLogo, input)),

  audit: memberProcedure("organization.audit")
    .input(views.organizationAuditInput)
    .output(views.page(views.organizationAuditRow))
    .query(({ ctx, input }) => run(ctx, listOrganizationAudit, input)),

  auditChoices: memberProcedure("organization.audit")
    .output(views.auditChoices)
    .query(({ ctx }) => run(ctx, listAuditChoices, {})),
});

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC";
}
