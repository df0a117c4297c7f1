import { randomBytes, randomUUID } from "node:crypto";
import { type OrganizationKind, ok, type Result, refuse } from "@evenshare/domain";
import type { Pool } from "pg";
import type { Arrival } from "./arrival";
import { isMember } from "./organizations";
import type { SessionFacts } from "./session-facts";
import { absoluteMs, handoverMs, otherPortal } from "./settings";
import { hashToken, newToken } from "./token";

/**
 * Makes a token that signs the caller in to the other portal, once, within sixty seconds. Only its hash is kept.
 * An organization that is not the caller's, or not of the other portal's kind, does not exist.
 */
export async function beginHandover(
  pool: Pool,
  session: SessionFacts,
  organizationId: string | null,
  now: Date,
): Promise<Result<{ token: string }>> {
  const toPortal = otherPortal(session.portal);
  if (organizationId !== null && !(await isMember(pool, session.user.id, organizationId, toPortal))) {
    return refuse({ code: "organization.not_found" });
  }
  const token = newToken();
  const expiresAt = new Date(now.getTime() + handoverMs);
  await pool.query(
    `insert into handover_token
      (id, token_hash, user_id, to_portal, organization_id, expires_at, created_at, authenticated_at)
    select $1, $2, $3, $4, $5, $6, $7, authenticated_at from session where id = $8`,
    [
      randomUUID(),
      hashToken(token),
      session.user.id,
      toPortal,
      organizationId,
      expiresAt,
      now,
      session.sessionId,
    ],
  );
  return ok({ token });
}

/**
 * Trades a token for a session in `portal`, in one statement: of two redemptions at once the row lock lets one through,
 * and a token is never used up without a session. The session the browser held there before ends with it.
 */
export async function acceptHandover(
  pool: Pool,
  portal: OrganizationKind,
  token: string,
  arrival: Arrival,
  now: Date,
): Promise<Result<{ sessionToken: string }>> {
  const sessionToken = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now.getTime() + absoluteMs);
  const { rowCount } = await pool.query(
    `with used as (
      update handover_token set used_at = $1
      where token_hash = $2 and to_portal = $3 and used_at is null and expires_at > $1
      returning user_id, organization_id, authenticated_at
    ), ended as (
      delete from session where id = $4::uuid and exists (select from used)
    )
    insert into session
      (id, token, user_id, portal, active_organization_id, expires_at, ip_address, user_agent, created_at, updated_at,
        authenticated_at)
    select $5::uuid, $6, user_id, $3, organization_id, $7, $8, $9, $1, $1, authenticated_at from used`,
    [
      now,
      hashToken(token),
      portal,
      arrival.replaces?.sessionId ?? null,
      randomUUID(),
      sessionToken,
      expiresAt,
      arrival.ip,
      arrival.userAgent,
    ],
  );
  return rowCount === 1 ? ok({ sessionToken }) : refuse({ code: "handover.invalid" });
}
