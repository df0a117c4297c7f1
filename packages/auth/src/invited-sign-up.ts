import { type OrganizationKind, ok, type Result, refuse } from "@evenshare/domain";
import { recordEvent } from "./account-trail";
import type { Arrival } from "./arrival";
import type { AuthParts } from "./auth-parts";
import { beginSession } from "./begin-session";
import { limits } from "./limits";
import { hashPassword } from "./passwords";
import type { SignUp } from "./requests";
import { createPerson } from "./sign-up";
import { inTransaction } from "./transaction";

/**
 * Creates a person with a password and a session for them, all or nothing. The link came by mail, so the address counts
 * as confirmed. Of two at once the unique address lets one through.
 *
 * Refused with `account.exists`.
 */
export async function signUpInvited(
  { pool, limiter, now }: AuthParts,
  portal: OrganizationKind,
  { name, email, password }: SignUp,
  arrival: Arrival,
): Promise<Result<{ sessionToken: string }>> {
  const allowed = await limiter.take(limits.signUpFromAddress, arrival.ip);
  if (!allowed.ok) return allowed;
  const hash = await hashPassword(password);
  const at = now();
  return inTransaction(pool, async (tx) => {
    const person = await createPerson(tx, { name, email, hash, emailVerified: true }, at);
    if (person === null) return refuse({ code: "account.exists" });
    await recordEvent(tx, { userId: person.id, action: "account.signed_up", from: arrival }, at);
    return ok({ sessionToken: await beginSession(tx, portal, person.id, arrival, at) });
  });
}
