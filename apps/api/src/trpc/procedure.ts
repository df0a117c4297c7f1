import type { Verb } from "@evenshare/application";
import type { SessionFacts } from "@evenshare/auth";
import { isAllowed, type OrganizationKind, type Permission } from "@evenshare/domain";
import type { MemberContext } from "./context";
import { FailureError } from "./failure";
import { t } from "./init";

/** Open to anyone. */
export const publicProcedure = t.procedure.meta({ access: { kind: "public" } });

/** For a person who has signed in to this portal, with or without an organization. */
export const signedInProcedure = t.procedure
  .meta({ access: { kind: "signed_in" } })
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, member: await requireSession(ctx.session) } }));

/**
 * For a member who holds `permission` in the active organization. With `portal`, the procedure does not exist in the
 * other portal. The verb authorizes again: this check only saves a refused request its transaction.
 */
export function memberProcedure(permission: Permission, portal?: OrganizationKind) {
  const access = portal === undefined ? { permission } : { permission, portal };
  return t.procedure.meta({ access: { kind: "member", ...access } }).use(async ({ ctx, next }) => {
    if (portal !== undefined && portal !== ctx.portal)
      throw new FailureError({ code: "procedure.not_found" });
    const member = await requireSession(ctx.session);
    if (member.active === null) throw new FailureError({ code: "organization.missing" });
    const { organization, role } = member.active;
    if (!isAllowed(permission, organization.kind, role))
      throw new FailureError({ code: "permission.denied" });
    const scope = {
      organizationId: organization.id,
      kind: organization.kind,
      role,
      userId: member.user.id,
      userName: member.user.name,
      userEmail: member.user.email,
      ip: ctx.ip,
      requestId: ctx.requestId,
    };
    return next({ ctx: { ...ctx, member, scope } });
  });
}

/** Calls a verb for the member and gives its value, or throws the refusal. */
export async function run<I, O>(ctx: MemberContext, verb: Verb<I, O>, input: I): Promise<O> {
  const result = await verb(ctx.services.deps, ctx.scope, input);
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}

async function requireSession(read: () => Promise<SessionFacts | null>): Promise<SessionFacts> {
  const session = await read();
  if (session === null) throw new FailureError({ code: "session.missing" });
  return session;
}
