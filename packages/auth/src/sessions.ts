import { type OrganizationKind, organizationKind, role } from "@evenshare/domain";
import type { Pool } from "pg";
import { z } from "zod";
import type { SessionFacts } from "./session-facts";
import { idleMs, noteUseAfterMs } from "./settings";

/**
 * One statement per request: the session if it is alive in this portal, its person, and the organization it acts for.
 * Use is noted at most once a minute. A person who lost the active organization acts for the oldest of the others.
 */
const statement = (key: "token" | "id") => `
with live as (
  select id, user_id, portal, active_organization_id, updated_at, authenticated_at
  from session
  where ${key} = $1 and portal = $2 and expires_at > $3 and updated_at > $4
), noted as (
  update session set updated_at = $3 from live where session.id = live.id and live.updated_at <= $5
)
select live.id as session_id, live.portal, live.authenticated_at > $6 as recent, person.id as user_id,
  person.name as user_name, person.email, person.email_verified,
  place.organization_id, place.organization_name, place.kind, place.role
from live
join "user" person on person.id = live.user_id
left join lateral (
  select organization.id as organization_id, organization.name as organization_name, organization.kind, member.role
  from member
  join organization on organization.id = member.organization_id
  where member.user_id = live.user_id and organization.kind = live.portal
  order by (organization.id = live.active_organization_id) desc nulls last, organization.created_at, organization.id
  limit 1
) place on true`;

const byToken = statement("token");
const byId = statement("id");

const place = { organization_id: z.string(), organization_name: z.string(), kind: organizationKind, role };
const person = {
  session_id: z.string(),
  portal: organizationKind,
  user_id: z.string(),
  user_name: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  recent: z.boolean(),
};
const row = z.union([
  z.object({ ...person, ...place }),
  z
    .object({ ...person, organization_id: z.null() })
    .transform((none) => ({ ...none, organization_id: null })),
]);

export type SessionKey = { readonly token: string } | { readonly id: string };

/** The session under a key, or null when there is none, when it is over, or when it belongs to the other portal. */
export async function findSession(
  pool: Pool,
  portal: OrganizationKind,
  key: SessionKey,
  now: Date,
  recentMs: number,
): Promise<SessionFacts | null> {
  const [name, text, value] =
    "token" in key ? ["session-by-token", byToken, key.token] : ["session-by-id", byId, key.id];
  const idleSince = new Date(now.getTime() - idleMs);
  const noteSince = new Date(now.getTime() - noteUseAfterMs);
  const recentSince = new Date(now.getTime() - recentMs);
  const values = [value, portal, now, idleSince, noteSince, recentSince];
  const { rows } = await pool.query({ name, text, values });
  const [first] = rows;
  if (first === undefined) return null;
  return describe(row.parse(first));
}

function describe(found: z.output<typeof row>): SessionFacts {
  return {
    sessionId: found.session_id,
    portal: found.portal,
    user: {
      id: found.user_id,
      name: found.user_name,
      email: found.email,
      emailVerified: found.email_verified,
    },
    authenticatedRecently: found.recent,
    active:
      found.organization_id === null
        ? null
        : {
            organization: { id: found.organization_id, name: found.organization_name, kind: found.kind },
            role: found.role,
          },
  };
}

/** Ends a session of this portal. Ending one that is not there is no error. */
export async function endSession(pool: Pool, portal: OrganizationKind, key: SessionKey): Promise<void> {
  const [column, value] = "token" in key ? ["token", key.token] : ["id", key.id];
  await pool.query(`delete from session where ${column} = $1 and portal = $2`, [value, portal]);
}
