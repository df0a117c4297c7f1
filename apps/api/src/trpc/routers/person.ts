import { emailChange, passwordChange, personName } from "@evenshare/auth";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { signedInProcedure } from "../procedure";
import { sessionView } from "../session-view";
import { done, unwrap } from "../unwrap";

const command = z.strictObject({ commandKey: views.commandKey });

/** Name, address and password of whoever is signed in. */
export const personRouter = t.router({
  changeName: signedInProcedure
    .input(command.extend({ name: personName }))
    .output(views.session)
    .mutation(async ({ ctx, input }) =>
      sessionView(ctx, unwrap(ctx, await ctx.services.auth.account.changeName(ctx.member, input, ctx))),
    ),

  resendVerification: signedInProcedure
    .input(command)
    .output(done)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.resendVerification(ctx.member, input.commandKey, ctx)),
    ),

  changeEmail: signedInProcedure
    .input(command.extend(emailChange.shape))
    .output(done)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.requestEmailChange(ctx.member, input, ctx)),
    ),

  changePassword: signedInProcedure
    .input(command.extend(passwordChange.shape))
    .output(views.session)
    .mutation(async ({ ctx, input }) => {
      const arrival = { ip: ctx.ip, userAgent: ctx.userAgent, replaces: ctx.member };
      const changed = await ctx.services.auth.account.changePassword(ctx.member, input, arrival);
      const { setCookie, session } = unwrap(ctx, changed);
      ctx.responseHeaders.append("set-cookie", setCookie);
      return sessionView(ctx, session);
    }),
});
