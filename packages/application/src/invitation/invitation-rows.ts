import type { TenantTransaction } from "@evenshare/database";
import {
  type InvitationKind,
  invitationKinds,
  invitationStateAt,
  invitationStates,
  role,
  type views,
} from "@evenshare/domain";
import { z } from "zod";
import type { Scope } from "../scope";

/** As many as anyone reads; older ones stand in the audit trail. */
const mostRows = 200;

export const invitationStatus = z.enum(invitationStates);

/** The organization's invitations of one kind, newest first, each with its state at this instant. */
export async function loadInvitationRows(
  tx: TenantTransaction,
  { organizationId }: Pick<Scope, "organizationId">,
  kind: InvitationKind,
  now: Date,
): Promise<views.InvitationRow[]> {
  const rows = await tx.invitation.findMany({
    where: { organizationId, kind },
    include: { links: { orderBy: { createdAt: "desc" }, take: 1 } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostRows,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: z.enum(invitationKinds).parse(row.kind),
    email: row.email,
    role: row.role === null ? null : role.parse(row.role),
    title: row.title,
    startsOn: row.startsOn === null ? null : row.startsOn.toISOString().slice(0, 10),
    state: invitationStateAt({ status: invitationStatus.parse(row.status), expiresAt: row.expiresAt }, now),
    invitedBy: row.inviterName,
    sentAt: row.links[0]?.createdAt ?? row.createdAt,
    expiresAt: row.expiresAt,
    settledAt: row.settledAt,
    partnershipId: row.partnershipId,
  }));
}
