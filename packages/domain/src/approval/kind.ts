import { isAllowed, type Permission } from "../organization/permission";
import type { OrganizationKind, Role } from "../organization/role";

/** What may wait for a second person. The list is open: whatever lets money go, or loosens the rule itself. */
export const approvalKinds = ["milestone.release", "approval.set_limits"] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** What a person must be allowed to do by themselves to decide about another's request of a kind. */
const permissionOfKind: Readonly<Record<ApprovalKind, Permission>> = {
  "milestone.release": "milestone.release",
  "approval.set_limits": "approval.set_limits",
};

/** A person of the organization, as things stand now. */
export interface Member {
  readonly userId: string;
  readonly role: Role;
}

/** Whether a member of a role could do what is asked for, and so may ask for it and decide about it. */
export function holdsAct(kind: ApprovalKind, side: OrganizationKind, role: Role): boolean {
  return isAllowed(permissionOfKind[kind], side, role);
}
