import type { SessionFacts } from "@evenshare/auth";
import type { views } from "@evenshare/domain";
import type { ApiContext } from "./context";

/** A session as the portal shows it: where the person may work here, and where their other organizations are. */
export async function sessionView(ctx: ApiContext, session: SessionFacts): Promise<views.SessionView> {
  const memberships = await ctx.services.auth.listMemberships(session.user.id);
  return {
    user: session.user,
    portal: session.portal,
    active: session.active,
    organizations: memberships.filter(({ organization }) => organization.kind === session.portal),
    elsewhere: memberships.flatMap(({ organization }) =>
      organization.kind === session.portal ? [] : [organization],
    ),
    now: ctx.services.deps.clock.now(),
  };
}
