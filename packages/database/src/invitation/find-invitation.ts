import type { Connections } from "../connection/open";

/** The invitation that a link opens, across tenants: whoever holds the link may read what it says. */
export async function findInvitation({ app }: Connections, linkHash: string): Promise<unknown> {
  const { rows } = await app.query("select * from app.find_invitation($1)", [linkHash]);
  return rows[0] ?? null;
}

/** The partnerships that a person was asked into at their confirmed address, across tenants. */
export async function listPartnerInvitationsOf({ app }: Connections, userId: string): Promise<unknown[]> {
  const { rows } = await app.query("select * from app.partner_invitations_of($1)", [userId]);
  return rows;
}
