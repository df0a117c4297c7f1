import type { TenantTransaction } from "@evenshare/database";
import { checkOpen, type InvitationKind, ok, type Permission, type Result, refuse } from "@evenshare/domain";
import type { Scope } from "../scope";
import { invitationStatus } from "./invitation-rows";

/** Who sends an invitation again or takes it back: the same people who may send it. */
export const invitingPermission: Record<InvitationKind, Permission> = {
  member: "team.manage",
  partner: "partnership.create",
};

type Row = NonNullable<Awaited<ReturnType<TenantTransaction["invitation"]["findFirst"]>>>;

/**
 * One's own invitation of a kind, locked, when it may still be sent again or taken back.
 *
 * Refused with `invitation.not_found`, `invitation.used` and `invitation.revoked`.
 */
export async function loadOpenInvitation(
  tx: TenantTransaction,
  { organizationId }: Pick<Scope, "organizationId">,
  kind: InvitationKind,
  id: string,
): Promise<Result<Row>> {
  await tx.$queryRaw`select id from invitation where id = ${id}::uuid for update`;
  const invitation = await tx.invitation.findFirst({ where: { id, organizationId, kind } });
  if (invitation === null) return refuse({ code: "invitation.not_found", field: "id" });
  const open = checkOpen({ status: invitationStatus.parse(invitation.status) });
  return open.ok ? ok(invitation) : open;
}
