import { randomUUID } from "node:crypto";
import { type OrganizationKind, ok, type Result, refuse } from "@evenshare/domain";
import { recordEvent } from "./account-trail";
import type { Arrival } from "./arrival";
import type { AuthParts } from "./auth-parts";
import { beginSession } from "./begin-session";
import { limits } from "./limits";
import { hashPassword, type KnownPerson } from "./passwords";
import type { SignUp } from "./requests";
import { type AuthTransaction, inTransaction } from "./transaction";
import { mailVerification } from "./verify-email";

/**
 * Makes a person with a password, begins their session and sends the mail by which they confirm their address, all or
 * nothing. Of two with the same address at once one is refused with `account.exists`.
 */
export async function signUpWithPassword(
  { pool, limiter, now }: AuthParts,
  portal: OrganizationKind,
  body: SignUp,
  arrival: Arrival,
): Promise<Result<{ sessionToken: string }>> {
  const allowed = await limiter.take(limits.signUpFromAddress, arrival.ip);
  if (!allowed.ok) return allowed;
  const hash = await hashPassword(body.password);
  const at = now();
  return inTransaction(pool, async (tx) => {
    const person = await createPerson(tx, { ...body, hash, emailVerified: false }, at);
    if (person === null) return refuse({ code: "account.exists", field: "email" });
    await mailVerification(tx, portal, person, at);
    await recordEvent(tx, { userId: person.id, action: "account.signed_up", from: arrival }, at);
    return ok({ sessionToken: await beginSession(tx, portal, person.id, arrival, at) });
  });
}

/** Makes a person who signs in with a password; null when somebody has the address. */
export async function createPerson(
  tx: AuthTransaction,
  person: {
    readonly name: string;
    readonly email: string;
    readonly hash: string;
    readonly emailVerified: boolean;
  },
  now: Date,
): Promise<KnownPerson | null> {
  const created = { id: randomUUID(), name: person.name, email: person.email.toLowerCase() };
  const { rowCount } = await tx.query(
    `insert into "user" (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
    on conflict (email) do nothing`,
    [created.id, created.name, created.email, person.emailVerified, now],
  );
  if (rowCount === 0) return null;
  await tx.query(
    `insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)`,
    [randomUUID(), created.id, person.hash, now],
  );
  return created;
}
