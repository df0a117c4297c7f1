import type { OrganizationKind, Role } from "./role";

/**
 * Who may do what. A permission belongs to the sides listed under `sides` and to the roles listed under `roles`;
 * reading is open to every member. A verb names exactly one permission. `recent` ones are about money, members or bank
 * details: whoever uses them has proved who they are a short while ago. Nobody uses any before they have confirmed their
 * e-mail address, except those that are `unverified`: until then a person looks around.
 */
const rules = {
  "partnership.read": {
    sides: ["brand", "producer"],
    roles: ["owner", "finance", "approver", "contributor", "viewer"],
    unverified: true,
  },
  "partnership.create": { sides: ["brand"], roles: ["owner", "approver"] },
  "agreement.accept": { sides: ["brand", "producer"], roles: ["owner"] },
  "agreement.propose": { sides: ["brand"], roles: ["owner"] },
  "milestone.draft": { sides: ["brand", "producer"], roles: ["owner", "approver", "contributor"] },
  "milestone.propose": { sides: ["brand", "producer"], roles: ["owner", "approver", "contributor"] },
  "milestone.agree": { sides: ["brand", "producer"], roles: ["owner", "approver"] },
  "milestone.fund": { sides: ["brand"], roles: ["owner", "finance"], recent: true },
  "receipt.read": { sides: ["brand"], roles: ["owner", "finance", "approver"] },
  "hold.appeal": { sides: ["producer"], roles: ["owner", "finance", "approver"] },
  "payment_method.read": { sides: ["brand"], roles: ["owner", "finance", "approver"] },
  "payment_method.manage": { sides: ["brand"], roles: ["owner", "finance"], recent: true },
  "milestone.start": { sides: ["producer"], roles: ["owner", "approver", "contributor"] },
  "milestone.submit": { sides: ["producer"], roles: ["owner", "approver", "contributor"] },
  "milestone.request_revision": { sides: ["brand"], roles: ["owner", "approver", "contributor"] },
  "milestone.release": { sides: ["brand"], roles: ["owner", "approver"], recent: true },
  "remainder.read": { sides: ["brand", "producer"], roles: ["owner", "approver"] },
  "remainder.offer": { sides: ["brand", "producer"], roles: ["owner", "approver"], recent: true },
  "remainder.agree": { sides: ["brand", "producer"], roles: ["owner", "approver"], recent: true },
  "remainder.decline": { sides: ["brand", "producer"], roles: ["owner", "approver"] },
  "remainder.withdraw": { sides: ["brand", "producer"], roles: ["owner", "approver"] },
  "share.propose": { sides: ["brand"], roles: ["owner", "finance"], recent: true },
  "share.withdraw": { sides: ["brand"], roles: ["owner", "finance"] },
  "share.accept": { sides: ["producer"], roles: ["owner", "approver"], recent: true },
  "share.decline": { sides: ["producer"], roles: ["owner", "approver"] },
  "approval.approve": { sides: ["brand"], roles: ["owner", "approver"], recent: true },
  "approval.decline": { sides: ["brand"], roles: ["owner", "approver"] },
  "approval.withdraw": { sides: ["brand"], roles: ["owner", "approver"] },
  "approval.set_limits": { sides: ["brand"], roles: ["owner"], recent: true },
  "account.onboard": { sides: ["producer"], roles: ["owner", "finance"], recent: true },
  "notice.own": {
    sides: ["brand", "producer"],
    roles: ["owner", "finance", "approver", "contributor", "viewer"],
    unverified: true,
  },
  "audit.export": { sides: ["brand", "producer"], roles: ["owner", "finance"] },
  "reconciliation.read": { sides: ["brand", "producer"], roles: ["owner", "finance"] },
  "reconciliation.run": { sides: ["brand", "producer"], roles: ["owner", "finance"] },
  "statement.read": {
    sides: ["brand", "producer"],
    roles: ["owner", "finance", "approver", "contributor", "viewer"],
  },
  "statement.issue": { sides: ["brand"], roles: ["owner", "finance"], recent: true },
  "revenue.read": { sides: ["brand"], roles: ["owner", "finance", "approver", "contributor", "viewer"] },
  "revenue.import": { sides: ["brand"], roles: ["owner", "finance"] },
  "team.read": {
    sides: ["brand", "producer"],
    roles: ["owner", "finance", "approver", "contributor", "viewer"],
    unverified: true,
  },
  "team.manage": { sides: ["brand", "producer"], roles: ["owner"], recent: true },
  "partnership.join": { sides: ["producer"], roles: ["owner", "approver"] },
  "organization.manage": { sides: ["brand", "producer"], roles: ["owner"] },
  "mail_domain.manage": { sides: ["brand", "producer"], roles: ["owner"], recent: true },
  "organization.audit": { sides: ["brand", "producer"], roles: ["owner", "finance"] },
} as const satisfies Record<string, PermissionRule>;

interface PermissionRule {
  readonly sides: readonly OrganizationKind[];
  readonly roles: readonly Role[];
  readonly recent?: true;
  readonly unverified?: true;
}

export type Permission = keyof typeof rules;

export const permissions = Object.keys(rules).filter((name): name is Permission =>
  Object.hasOwn(rules, name),
);

/** Whether a member with `role` in an organization of `kind` holds `permission`. */
export function isAllowed(permission: Permission, kind: OrganizationKind, role: Role): boolean {
  const rule: PermissionRule = rules[permission];
  return rule.sides.includes(kind) && rule.roles.includes(role);
}

/** Whether `permission` is about money, members or bank details, and so wants a recent proof of who uses it. */
export function wantsRecentProof(permission: Permission): boolean {
  const rule: PermissionRule = rules[permission];
  return rule.recent === true;
}

/** Whether somebody who has not confirmed their e-mail address yet may use `permission`. */
export function isOpenToUnverified(permission: Permission): boolean {
  const rule: PermissionRule = rules[permission];
  return rule.unverified === true;
}
