import {
  acceptMemberInvitation,
  acceptPartnerInvitation,
  acceptWaitingInvitation,
  declineWaitingInvitation,
  listWaitingInvitations,
  lookAtInvitation,
} from "@evenshare/application";
import type { SessionFacts } from "@evenshare/auth";
import { type Result, views } from "@evenshare/domain";
import { z } from "zod";
import type { ApiContext } from "../context";
import { FailureError } from "../failure";
import { t } from "../init";
import { memberProcedure, publicProcedure, run, signedInProcedure } from "../procedure";
import { sessionView } from "../session-view";

/** What the link of an invitation opens. The token in it is what is checked; who holds it need not be signed in to read. */
export const invitationsRouter = t.router({
  look: publicProcedure
    .input(views.invitationLinkInput)
    .output(views.invitationView)
    .query(async ({ ctx, input }) => unwrap(await lookAtInvitation(ctx.services.deps, input))),

  /** An account for the invited address; an invitation into an organization is accepted with it. */
  signUp: publicProcedure
    .input(views.invitedSignUpInput)
    .output(views.session)
    .mutation(async ({ ctx, input }) => {
      const { token, name, password } = input;
      const invitation = unwrap(await lookAtInvitation(ctx.services.deps, { token }));
      if (invitation.portal !== ctx.portal) throw new FailureError({ code: "invitation.other_portal" });
      const arrival = { ip: ctx.ip, userAgent: ctx.userAgent, replaces: await ctx.session() };
      const person = { name, email: invitation.email, password };
      const signed = unwrap(await ctx.services.auth.signUpInvited(ctx.portal, person, arrival));
      ctx.responseHeaders.append("set-cookie", signed.setCookie);
      return sessionView(
        ctx,
        invitation.kind === "member" ? await enterBy(ctx, signed.session, token) : signed.session,
      );
    }),

  /** Becomes a member of the organization that sent it, and acts for it from now on. */
  accept: signedInProcedure
    .input(views.invitationLinkInput)
    .output(views.session)
    .mutation(async ({ ctx, input }) => sessionView(ctx, await enterBy(ctx, ctx.member, input.token))),

  /** Starts the partnership, for the producer organization that is active. */
  join: memberProcedure("partnership.join", "producer")
    .input(views.invitationLinkInput)
    .output(z.strictObject({ partnershipId: views.id }))
    .mutation(({ ctx, input }) => run(ctx, acceptPartnerInvitation, input)),

  /** Partnerships that the person was asked into at their own confirmed address. */
  waiting: memberProcedure("partnership.join", "producer")
    .output(z.array(views.waitingInvitation))
    .query(({ ctx }) => run(ctx, listWaitingInvitations, {})),

  /** Starts the partnership of one of those; the address is proven, so it wants no link. */
  joinWaiting: memberProcedure("partnership.join", "producer")
    .input(views.waitingInvitationInput)
    .output(z.strictObject({ partnershipId: views.id }))
    .mutation(({ ctx, input }) => run(ctx, acceptWaitingInvitation, input)),

  /** Says no to one of those. */
  declineWaiting: memberProcedure("partnership.join", "producer")
    .input(views.waitingInvitationInput)
    .output(z.strictObject({ id: views.id }))
    .mutation(({ ctx, input }) => run(ctx, declineWaitingInvitation, input)),
});

async function enterBy(ctx: ApiContext, session: SessionFacts, token: string): Promise<SessionFacts> {
  const invitee = {
    userId: session.user.id,
    userName: session.user.name,
    userEmail: session.user.email,
    ip: ctx.ip,
    requestId: ctx.requestId,
  };
  const link = { token, portal: session.portal };
  const { organizationId } = unwrap(await acceptMemberInvitation(ctx.services.deps, invitee, link));
  return unwrap(await ctx.services.auth.switchOrganization(session, organizationId));
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
