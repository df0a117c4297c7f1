import { randomBytes, randomUUID } from "node:crypto";
import type { OrganizationKind } from "@evenshare/domain";
import type { Arrival } from "./arrival";
import { absoluteMs } from "./settings";
import type { AuthTransaction } from "./transaction";

/**
 * Begins a session for a person who has just proved who they are, and ends the one the browser held here before: no
 * token from before a sign-in is worth anything after it. Answers the new token.
 */
export async function beginSession(
  tx: AuthTransaction,
  portal: OrganizationKind,
  userId: string,
  arrival: Arrival,
  now: Date,
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await tx.query(
    `with ended as (
      delete from session where id = $1::uuid
    )
    insert into session
      (id, token, user_id, portal, expires_at, ip_address, user_agent, created_at, updated_at, authenticated_at)
    values ($2, $3, $4, $5, $6, $7, $8, $9, $9, $9)`,
    [
      arrival.replaces?.sessionId ?? null,
      randomUUID(),
      token,
      userId,
      portal,
      new Date(now.getTime() + absoluteMs),
      arrival.ip,
      arrival.userAgent,
      now,
    ],
  );
  return token;
}
