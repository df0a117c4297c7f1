import { codeOnly, passwordOnly, secondFactorProof } from "@evenshare/auth";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { signedInProcedure } from "../procedure";
import { done, unwrap } from "../unwrap";

const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });

/** Where a person is signed in, and their second factor. */
export const securityRouter = t.router({
  get: signedInProcedure.output(views.security).query(async ({ ctx }) => {
    const { account } = ctx.services.auth;
    const [secondFactor, sessions] = await Promise.all([
      account.readSecondFactor(ctx.member),
      account.listSessions(ctx.member),
    ]);
    return { secondFactor, sessions };
  }),

  endSession: signedInProcedure
    .input(z.strictObject({ commandKey: views.commandKey, sessionId: views.id }))
    .output(done)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.endSession(ctx.member, input, ctx)),
    ),

  signOutEverywhere: signedInProcedure.output(done).mutation(async ({ ctx }) => {
    const { setCookie } = unwrap(ctx, await ctx.services.auth.account.signOutEverywhere(ctx.member, ctx));
    ctx.responseHeaders.append("set-cookie", setCookie);
  }),

  beginSecondFactor: signedInProcedure
    .input(passwordOnly)
    .output(z.strictObject({ secret: z.string(), uri: z.string() }))
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.beginSecondFactor(ctx.member, input.password, ctx)),
    ),

  confirmSecondFactor: signedInProcedure
    .input(codeOnly)
    .output(recoveryCodes)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.confirmSecondFactor(ctx.member, input.code, ctx)),
    ),

  renewRecoveryCodes: signedInProcedure
    .input(secondFactorProof)
    .output(recoveryCodes)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.renewRecoveryCodes(ctx.member, input, ctx)),
    ),

  endSecondFactor: signedInProcedure
    .input(secondFactorProof)
    .output(done)
    .mutation(async ({ ctx, input }) =>
      unwrap(ctx, await ctx.services.auth.account.endSecondFactor(ctx.member, input, ctx)),
    ),
});
