import { createHash, randomUUID } from "node:crypto";
import { type OrganizationKind, ok, organizationKind, type Result, refuse, role } from "@evenshare/domain";
import type { Pool } from "pg";
import { z } from "zod";
import type { NewOrganization } from "./auth";
import type { Membership, SessionFacts } from "./session-facts";

const membershipRow = z.object({ id: z.string(), name: z.string(), kind: organizationKind, role });

/** Every organization of a person, of both kinds, oldest first. */
export async function listMemberships(pool: Pool, userId: string): Promise<Membership[]> {
  const { rows } = await pool.query({
    name: "memberships",
    text: `select organization.id, organization.name, organization.kind, member.role
      from member join organization on organization.id = member.organization_id
      where member.user_id = $1 order by organization.created_at, organization.id`,
    values: [userId],
  });
  return z
    .array(membershipRow)
    .parse(rows)
    .map((found) => ({
      organization: { id: found.id, name: found.name, kind: found.kind },
      role: found.role,
    }));
}

/**
 * Creates an organization with its owner and makes it the active one, all or nothing. Its id is derived from the person
 * and the command key, so that the same click twice meets the organization it made; with other contents it is refused.
 */
export async function createOrganization(
  pool: Pool,
  session: SessionFacts,
  input: NewOrganization,
  now: Date,
): Promise<Result<{ id: string }>> {
  const id = deriveId(session.user.id, input.commandKey);
  await pool.query(
    `with created as (
      insert into organization (id, kind, name, slug, country, time_zone, created_at)
      values ($1::uuid, $2, $3, $1::text, $4, $5, $6)
      on conflict (id) do nothing
      returning id
    ), owner as (
      insert into member (id, organization_id, user_id, role, created_at)
      select $7::uuid, created.id, $8::uuid, 'owner', $6 from created
    )
    update session set active_organization_id = created.id from created where session.id = $9::uuid`,
    [
      id,
      session.portal,
      input.name,
      input.country,
      input.timeZone,
      now,
      randomUUID(),
      session.user.id,
      session.sessionId,
    ],
  );
  const { rowCount } = await pool.query(
    "select 1 from organization where id = $1 and kind = $2 and name = $3 and country = $4 and time_zone = $5",
    [id, session.portal, input.name, input.country, input.timeZone],
  );
  return rowCount === 1 ? ok({ id }) : refuse({ code: "command.key_reused", field: "commandKey" });
}

/** Makes another organization of the portal's kind the active one. One that is not the caller's does not exist. */
export async function activateOrganization(
  pool: Pool,
  session: SessionFacts,
  organizationId: string,
): Promise<Result<{ id: string }>> {
  const { rowCount } = await pool.query(
    `update session set active_organization_id = organization.id
    from member join organization on organization.id = member.organization_id
    where session.id = $1 and member.user_id = session.user_id and member.organization_id = $2
      and organization.kind = session.portal`,
    [session.sessionId, organizationId],
  );
  return rowCount === 1 ? ok({ id: organizationId }) : refuse({ code: "organization.not_found" });
}

/** Whether a person is a member of an organization of that kind. */
export async function isMember(
  pool: Pool,
  userId: string,
  organizationId: string,
  kind: OrganizationKind,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from member join organization on organization.id = member.organization_id
    where member.user_id = $1 and organization.id = $2 and organization.kind = $3`,
    [userId, organizationId, kind],
  );
  return rowCount === 1;
}

/** A UUID (version 8, our own derivation) that only this person's command key leads to. */
function deriveId(userId: string, commandKey: string): string {
  const bytes = createHash("sha256")
    .update(`organization:${userId}:${commandKey.toLowerCase()}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
