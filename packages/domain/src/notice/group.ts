import { z } from "zod";
import type { MessageTemplate } from "./message";

/** Events that belong together when a person chooses what to hear about. */
export const noticeGroups = [
  "partnership",
  "milestone",
  "review",
  "money",
  "payout",
  "organization",
  "access",
] as const;
export type NoticeGroup = (typeof noticeGroups)[number];
export const noticeGroup = z.enum(noticeGroups);

/** Groups whose mail a person may switch off and whose mail waits for the end of quiet hours. */
export const workGroups = ["partnership", "milestone", "review"] as const satisfies readonly NoticeGroup[];
export type WorkGroup = (typeof workGroups)[number];

/**
 * Groups a person may choose about. Their mail can be switched off where the group is about work; showing them in the
 * portal is always a choice. What is about access goes to one address only and is never shown in a portal.
 */
export const chosenGroups = [
  ...workGroups,
  "money",
  "payout",
  "organization",
] as const satisfies readonly NoticeGroup[];
export type ChosenGroup = (typeof chosenGroups)[number];
export const chosenGroup = z.enum(chosenGroups);

const groups = {
  "partnership.started": "partnership",
  "agreement.accepted": "partnership",
  "milestone.proposed": "milestone",
  "milestone.declined": "milestone",
  "milestone.agreed": "milestone",
  "milestone.started": "milestone",
  "milestone.submitted": "review",
  "milestone.revision_requested": "review",
  "review.reminder": "money",
  "milestone.funded": "money",
  "funding.failed": "money",
  "funding.processing": "money",
  "funding.returned": "money",
  "funding.restored": "money",
  "funding.repaid": "money",
  "remainder.offered": "money",
  "remainder.agreed": "money",
  "remainder.declined": "money",
  "remainder.ended": "money",
  "refund.arrived": "money",
  "refund.failed": "money",
  "hold.reminder": "money",
  "hold.appealed": "money",
  "hold.answered": "money",
  "milestone.released": "money",
  "release.blocked": "money",
  "payout.sent": "payout",
  "payout.paid": "payout",
  "payout.failed": "payout",
  "account.ready": "payout",
  "account.attention": "payout",
  "account.bank_changed": "payout",
  "mail_domain.lost": "organization",
  "share.proposed": "money",
  "share.accepted": "money",
  "share.active": "money",
  "share.declined": "money",
  "share.ended": "money",
  "statement.issued": "money",
  "approval.requested": "money",
  "approval.approved": "money",
  "approval.declined": "money",
  "approval.ended": "money",
  "organization.invited": "access",
  "partnership.invited": "access",
  "member.removed": "access",
  "account.verify_email": "access",
  "account.reset_password": "access",
  "account.password_changed": "access",
  "account.confirm_email": "access",
  "account.email_changed": "access",
  "account.second_factor_on": "access",
  "account.second_factor_off": "access",
  "operator.told": "access",
} as const satisfies Record<MessageTemplate, NoticeGroup>;

/** Which group each event is in. The database knows the same by `app.notice_group`; a test compares the two. */
export const groupOfTemplate: Readonly<Record<MessageTemplate, NoticeGroup>> = groups;

/** Events that organizations are told of; the others are about one person's access and never shown in a portal. */
export type ToldTemplate = {
  [Template in MessageTemplate]: (typeof groups)[Template] extends "access" ? never : Template;
}[MessageTemplate];

/** Whether mail of a group is about work: then it may be switched off, and waits while a person wants quiet. */
export function isWorkGroup(group: NoticeGroup): group is WorkGroup {
  return workGroups.some((known) => known === group);
}
