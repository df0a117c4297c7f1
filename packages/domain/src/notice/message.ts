import type { OrganizationKind, Role } from "../organization/role";

/** Every mail of the milestone path. The data of each is in {@link MessageData}. */
export const messageTemplates = [
  "partnership.started",
  "agreement.accepted",
  "milestone.proposed",
  "milestone.declined",
  "milestone.agreed",
  "milestone.funded",
  "milestone.started",
  "milestone.submitted",
  "review.reminder",
  "milestone.revision_requested",
  "milestone.released",
  "release.blocked",
  "payout.sent",
  "payout.paid",
  "payout.failed",
  "funding.failed",
  "funding.processing",
  "funding.returned",
  "funding.restored",
  "funding.repaid",
  "remainder.offered",
  "remainder.agreed",
  "remainder.declined",
  "remainder.ended",
  "refund.arrived",
  "refund.failed",
  "hold.reminder",
  "hold.appealed",
  "hold.answered",
  "account.ready",
  "account.attention",
  "account.bank_changed",
  "mail_domain.lost",
  "share.proposed",
  "share.accepted",
  "share.active",
  "share.declined",
  "share.ended",
  "statement.issued",
  "approval.requested",
  "approval.approved",
  "approval.declined",
  "approval.ended",
  "organization.invited",
  "partnership.invited",
  "member.removed",
  "account.verify_email",
  "account.reset_password",
  "account.password_changed",
  "account.confirm_email",
  "account.email_changed",
  "account.second_factor_on",
  "account.second_factor_off",
  "operator.told",
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/**
 * One notice for one organization; a mail goes to every member whose role is listed.
 * `data` is the facts at the time of the event, as strings: amounts in minor units, instants in ISO form.
 */
export interface MessageDraft {
  readonly id: string;
  readonly template: MessageTemplate;
  readonly toOrganizationId: string;
  readonly toRoles: readonly Role[];
  /** Of those, this one alone. */
  readonly onlyUserId?: string;
  /** Of those, all but this one. */
  readonly exceptUserId?: string;
  /** The organization that caused it, where it is not the one whose person acted. */
  readonly fromOrganizationId?: string;
  readonly data: MessageData;
}

/**
 * One mail to one address, whether or not somebody with an account reads it: what belongs to signing in and to
 * invitations. It stands in nobody's trail but the person's own.
 */
export interface PersonalMessageDraft {
  readonly id: string;
  readonly template: MessageTemplate;
  readonly toPerson: {
    /** Null when the address has no account. */
    readonly userId: string | null;
    readonly name: string;
    readonly email: string;
    /** The portal that the mail leads into. */
    readonly side: OrganizationKind;
  };
  /** The organization that writes to this person; without it the platform does. */
  readonly fromOrganizationId?: string;
  readonly data: MessageData;
}

export interface MessageData {
  readonly partnershipId?: string;
  readonly partnershipTitle?: string;
  readonly brandName?: string;
  readonly producerName?: string;
  readonly milestoneId?: string;
  readonly milestoneTitle?: string;
  readonly currency?: string;
  /** The amount the mail is about. */
  readonly amount?: string;
  /** What the producer receives after the fee, where that differs. */
  readonly net?: string;
  readonly fee?: string;
  readonly held?: string;
  readonly total?: string;
  readonly toFund?: string;
  /** What the brand owes since its bank took back money that had been released. */
  readonly owed?: string;
  /** When something happens by itself (ISO), and the zone to say it in. */
  readonly dueAt?: string;
  readonly timeZone?: string;
  readonly daysLeft?: string;
  readonly reason?: string;
  readonly fix?: string;
  readonly trigger?: string;
  readonly version?: string;
  readonly round?: string;
  readonly includedRounds?: string;
  readonly failedCriteria?: string;
  readonly note?: string;
  /** What the operator answered to a hold. */
  readonly answer?: string;
  readonly bankName?: string;
  /** Bank accounts, one a line, as they were and as they are. */
  readonly bankBefore?: string;
  readonly bankAfter?: string;
  readonly traceId?: string;
  readonly expectedOn?: string;
  /** The request for a second person that the mail is about, what it is for, who asked and who decided. */
  readonly approvalId?: string;
  readonly approvalKind?: string;
  readonly makerName?: string;
  readonly deciderName?: string;
  /** What an offer about held money is: roll or return; and into which milestone it rolls. */
  readonly remainderKind?: string;
  readonly targetTitle?: string;
  /** The organization an access mail is about, who acted for it, and the role it is about. */
  readonly organizationId?: string;
  readonly organizationName?: string;
  readonly personName?: string;
  readonly role?: string;
  readonly startsOn?: string;
  /** A statement: which, of which period, what is carried over and on which side of zero, and until when it can be disputed. */
  readonly statementId?: string;
  readonly statementNumber?: string;
  readonly statementPeriod?: string;
  readonly carried?: string;
  readonly carriedSign?: string;
  readonly dueOn?: string;
  readonly disputeUntil?: string;
  /** The revenue-share agreement it is about, and how many answers it waits for. */
  readonly shareId?: string;
  readonly shareCode?: string;
  readonly shareTitle?: string;
  readonly waitingFor?: string;
  /** The mail domain it is about. */
  readonly domain?: string;
  /** An address the mail is about, where it is not its own. */
  readonly email?: string;
  /** What the mail's link is worth: it verifies, resets or invites. Forgotten as soon as the mail is on its way. */
  readonly token?: string;
}

/** Who hears about money: those who own, pay or approve. */
export const moneyRoles: readonly Role[] = ["owner", "finance", "approver"];
/** Who hears about work. */
export const workRoles: readonly Role[] = ["owner", "approver", "contributor"];
