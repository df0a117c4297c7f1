import type { TenantTransaction } from "@evenshare/database";
import { type ApprovalScene, type Member, role, settingOf } from "@evenshare/domain";
import type { Deps } from "../deps";
import { findSnapshot } from "../query/read-snapshot";

/** Who is a member now, and what the mails about a request say. `milestoneId` is null for the organization's own rule. */
export async function readScene(
  deps: Pick<Deps, "newId">,
  tx: TenantTransaction,
  organizationId: string,
  milestoneId: string | null,
  now: Date,
): Promise<ApprovalScene> {
  return {
    now,
    newId: deps.newId,
    members: await readMembers(tx, organizationId),
    setting: await readSetting(tx, organizationId, milestoneId),
  };
}

export async function readMembers(tx: TenantTransaction, organizationId: string): Promise<Member[]> {
  const rows = await tx.member.findMany({ where: { organizationId } });
  return rows.map((member) => ({ userId: member.userId, role: role.parse(member.role) }));
}

async function readSetting(
  tx: TenantTransaction,
  organizationId: string,
  milestoneId: string | null,
): Promise<ApprovalScene["setting"]> {
  if (milestoneId !== null) {
    const snapshot = await findSnapshot(tx, milestoneId);
    if (snapshot.ok) return settingOf(snapshot.value);
  }
  const { name, timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  return { organizationId, data: { brandName: name, timeZone } };
}
