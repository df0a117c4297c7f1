import { randomBytes, randomUUID } from "node:crypto";
import { type OrganizationKind, ok, type Result, refuse } from "@evenshare/domain";
import type { Pool } from "pg";
import type { Arrival } from "./auth";
import type { PortalAuth } from "./better-auth";
import type { SignUp } from "./requests";
import { absoluteMs } from "./settings";

/**
 * Creates a person with a password and a session for them, in one statement. The link came by mail, so the address
 * counts as confirmed. Of two at once the unique address lets one through.
 *
 * Refused with `account.exists`.
 */
export async function signUpInvited(
  auth: PortalAuth,
  pool: Pool,
  portal: OrganizationKind,
  person: SignUp,
  arrival: Arrival,
  now: Date,
): Promise<Result<{ sessionToken: string }>> {
  const { password } = await auth.$context;
  const hash = await password.hash(person.password);
  const sessionToken = randomBytes(24).toString("base64url");
  const { rowCount } = await pool.query(
    `with person as (
      insert into "user" (id, name, email, email_verified, created_at, updated_at)
      values ($1::uuid, $2, $3, true, $4, $4)
      on conflict (email) do nothing
      returning id
    ), way_in as (
      insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
      select $5::uuid, person.id::text, 'credential', person.id, $6, $4, $4 from person
    ), ended as (
      delete from session where id = $7::uuid and exists (select from person)
    )
    insert into session (id, token, user_id, portal, expires_at, ip_address, user_agent, created_at, updated_at)
    select $8::uuid, $9, person.id, $10, $11, $12, $13, $4, $4 from person`,
    [
      randomUUID(),
      person.name,
      person.email.toLowerCase(),
      now,
      randomUUID(),
      hash,
      arrival.replaces?.sessionId ?? null,
      randomUUID(),
      sessionToken,
      portal,
      new Date(now.getTime() + absoluteMs),
      arrival.ip,
      arrival.userAgent,
    ],
  );
  return rowCount === 1 ? ok({ sessionToken }) : refuse({ code: "account.exists" });
}
