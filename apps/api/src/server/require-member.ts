import { authorize, type Scope } from "@evenshare/application";
import type { Permission } from "@evenshare/domain";
import type { ApiContextOf } from "./request-facts";
import { RestFailure } from "./rest-failure";

/** The scope of a member who holds `permission`, or a refusal; what `memberProcedure` is to tRPC. */
export async function requireMember(c: ApiContextOf, permission: Permission): Promise<Scope> {
  const { session, ip, requestId } = c.get("facts");
  const member = await session();
  if (member === null) throw new RestFailure({ code: "session.missing" });
  if (member.active === null) throw new RestFailure({ code: "organization.missing" });
  const { organization, role } = member.active;
  const scope = {
    organizationId: organization.id,
    kind: organization.kind,
    role,
    userId: member.user.id,
    userName: member.user.name,
    userEmail: member.user.email,
    ip,
    requestId,
  };
  const allowed = authorize(scope, permission);
  if (!allowed.ok) throw new RestFailure(allowed.failure);
  return scope;
}
