import { authorize, authorizeReading, type SenderDeps, type Verb } from "@evenshare/application";
import type { SessionFacts } from "@evenshare/auth";
import type { OrganizationKind, Permission } from "@evenshare/domain";
import { scopeOf } from "../server/scope-of";
import type { ApiContext, MemberContext } from "./context";
import { FailureError } from "./failure";
import { t } from "./init";
import { unwrap } from "./unwrap";

/** Open to anyone. */
export const publicProcedure = t.procedure.meta({ access: { kind: "public" } });

/** For a person who has signed in to this portal, with or without an organization. */
export const signedInProcedure = t.procedure
  .meta({ access: { kind: "signed_in" } })
  .use(async ({ ctx, type, next }) => next({ ctx: { ...ctx, member: await requireSession(ctx, type) } }));

/**
 * For a member who holds `permission` in the active organization. With `portal`, the procedure does not exist in the
 * other portal. The verb authorizes again: this check only saves a refused request its transaction.
 */
export function memberProcedure(permission: Permission, portal?: OrganizationKind) {
  const access = portal === undefined ? { permission } : { permission, portal };
  return t.procedure.meta({ access: { kind: "member", ...access } }).use(async ({ ctx, type, next }) => {
    if (portal !== undefined && portal !== ctx.portal)
      throw new FailureError({ code: "procedure.not_found" });
    const member = await requireSession(ctx, type);
    if (member.active === null) throw new FailureError({ code: "organization.missing" });
    const scope = scopeOf(member, member.active, ctx);
    const allowed = (type === "mutation" ? authorize : authorizeReading)(scope, permission);
    if (!allowed.ok) throw new FailureError(allowed.failure);
    return next({ ctx: { ...ctx, member, scope } });
  });
}

/** Calls a verb for the member and gives its value, or throws the refusal. */
export async function run<I, O>(ctx: MemberContext, verb: Verb<I, O, SenderDeps>, input: I): Promise<O> {
  const result = await verb(ctx.services.deps, ctx.scope, input);
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}

/** Whoever is signed in. What changes something is counted by person; reading never is, so that it goes on when counting cannot. */
async function requireSession(
  ctx: ApiContext,
  type: "query" | "mutation" | "subscription",
): Promise<SessionFacts> {
  const member = await ctx.session();
  if (member === null) throw new FailureError({ code: "session.missing" });
  if (type !== "mutation") return member;
  unwrap(ctx, await ctx.services.auth.account.countChange(member.user.id));
  return member;
}
