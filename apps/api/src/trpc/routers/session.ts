import { proof } from "@evenshare/auth";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { FailureError } from "../failure";
import { t } from "../init";
import { publicProcedure, signedInProcedure } from "../procedure";
import { sessionView } from "../session-view";
import { done, unwrap } from "../unwrap";

export const sessionRouter = t.router({
  me: signedInProcedure.output(views.session).query(({ ctx }) => sessionView(ctx, ctx.member)),

  switchOrganization: signedInProcedure
    .input(z.strictObject({ organizationId: views.id }))
    .output(views.session)
    .mutation(async ({ ctx, input }) => {
      const switched = await ctx.services.auth.switchOrganization(ctx.member, input.organizationId);
      if (!switched.ok) throw new FailureError(switched.failure);
      return sessionView(ctx, switched.value);
    }),

  reauthenticate: signedInProcedure
    .input(proof)
    .output(done)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.reauthenticate(ctx.member, input, ctx)),
    ),

  beginHandover: signedInProcedure
    .input(z.strictObject({ organizationId: views.id.optional() }))
    .output(z.strictObject({ url: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const begun = await ctx.services.auth.beginHandover(ctx.member, input.organizationId ?? null);
      if (!begun.ok) throw new FailureError(begun.failure);
      return begun.value;
    }),

  acceptHandover: publicProcedure
    .input(z.strictObject({ token: z.string().min(1).max(200) }))
    .output(views.session)
    .mutation(async ({ ctx, input }) => {
      const accepted = await ctx.services.auth.acceptHandover(ctx.portal, input.token, {
        ip: ctx.ip,
        userAgent: ctx.userAgent,
        replaces: await ctx.session(),
      });
      const { setCookie, session } = unwrap(ctx, accepted);
      ctx.responseHeaders.append("set-cookie", setCookie);
      return sessionView(ctx, session);
    }),
});
