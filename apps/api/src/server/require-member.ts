import { authorize, authorizeReading, type Scope } from "@evenshare/application";
import type { Permission } from "@evenshare/domain";
import type { ApiContextOf } from "./request-facts";
import { RestFailure } from "./rest-failure";
import { scopeOf } from "./scope-of";

/** The scope of a member who holds `permission`, or a refusal; what `memberProcedure` is to tRPC. */
export async function requireMember(c: ApiContextOf, permission: Permission): Promise<Scope> {
  const { session, countChange, ip, requestId } = c.get("facts");
  const changes = c.req.method !== "GET";
  const member = await session();
  if (member === null) throw new RestFailure({ code: "session.missing" });
  if (changes) {
    const counted = await countChange(member.user.id);
    if (!counted.ok) throw new RestFailure(counted.failure);
  }
  if (member.active === null) throw new RestFailure({ code: "organization.missing" });
  const scope = scopeOf(member, member.active, { ip, requestId });
  const allowed = (changes ? authorize : authorizeReading)(scope, permission);
  if (!allowed.ok) throw new RestFailure(allowed.failure);
  return scope;
}
