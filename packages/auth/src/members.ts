import { randomUUID } from "node:crypto";
import { ok, type Result, type Role, refuse } from "@evenshare/domain";
import type { Pool } from "pg";

/** Who is to belong to which organization, and as what. */
export interface NewMember {
  readonly organizationId: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * Makes a person with an account a member of an organization. Whoever is one already keeps the role they have, so that
 * the same twice does nothing. For whoever runs the platform: no procedure of the portals leads here.
 *
 * Refused with `account.not_found` and `organization.not_found`.
 */
export async function addMember(pool: Pool, member: NewMember, now: Date): Promise<Result<void>> {
  const person = await pool.query<{ id: string }>(`select id from "user" where lower(email) = lower($1)`, [
    member.email,
  ]);
  const userId = person.rows[0]?.id;
  if (userId === undefined) return refuse({ code: "account.not_found", field: "email" });
  const organization = await pool.query("select 1 from organization where id = $1", [member.organizationId]);
  if (organization.rowCount === 0) return refuse({ code: "organization.not_found", field: "organizationId" });
  await pool.query(
    `insert into member (id, organization_id, user_id, role, created_at) values ($1, $2, $3, $4, $5)
    on conflict (organization_id, user_id) do nothing`,
    [randomUUID(), member.organizationId, userId, member.role, now],
  );
  return ok(undefined);
}
