import type { views } from "@evenshare/domain";

type AuditRow = views.AuditRow;

/** What was done, between who did it and what it was done to: "proposed", “Episode 4”. */
const verbs: Readonly<Record<string, string>> = {
  "account.open_dashboard": "opened the payment provider's dashboard",
  "account.onboard": "began to set up payouts",
  "account.update": "reported a change of the payout account",
  "agreement.accept": "accepted the agreement",
  "funding.finalize_return": "reported that money taken back stays gone, for",
  "funding.restore": "brought back a disputed payment for",
  "funding.return": "took back a payment for",
  "hold.answer": "answered a hold on",
  "hold.appeal": "objected to a hold on",
  "hold.remind": "reminded both sides of a hold on",
  "approval.approve": "approved a request for a second person",
  "approval.decline": "declined a request for a second person",
  "approval.expire": "ended a request for a second person that nobody decided about in time",
  "approval.request": "asked for a second person",
  "approval.set_limits": "changed the limit for one person",
  "approval.void": "ended a request for a second person that could not be carried out any more",
  "approval.withdraw": "withdrew a request for a second person",
  "invitation.accept": "accepted an invitation",
  "invitation.decline": "declined an invitation",
  "invitation.invite_member": "invited a colleague",
  "invitation.invite_partner": "invited a producer",
  "invitation.resend": "sent an invitation again",
  "invitation.revoke": "took back an invitation",
  "mail_domain.check": "looked for the records of the mail domain",
  "mail_domain.lose": "found the records of the mail domain gone:",
  "mail_domain.remove": "removed the mail domain",
  "mail_domain.set": "entered the mail domain",
  "mail_domain.verify": "verified the mail domain",
  "member.change_role": "changed the role of a member",
  "member.leave": "left the organization",
  "member.remove": "removed a member",
  "milestone.accept": "accepted the work on",
  "milestone.agree": "agreed to",
  "milestone.block_release": "could not release, and keeps held, the money of",
  "milestone.decline": "declined",
  "milestone.draft": "drafted",
  "milestone.edit": "changed the draft of",
  "milestone.end_funding": "closed an unpaid payment for",
  "milestone.fund": "confirmed a payment for",
  "milestone.open_funding": "opened a payment for",
  "milestone.open_repayment": "opened a repayment for",
  "milestone.process_funding": "began a bank debit for",
  "milestone.propose": "proposed",
  "milestone.release": "released the money of",
  "milestone.release_part": "released a part of",
  "milestone.repay": "confirmed a repayment for",
  "milestone.request_revision": "asked for changes to",
  "milestone.retry_transfer": "tried again to transfer the money of",
  "milestone.start": "started the work on",
  "milestone.submit": "submitted work for",
  "milestone.withdraw": "withdrew",
  "notice.choose": "chose what to hear about",
  "notice.quiet_hours": "set quiet hours",
  "organization.remove_logo": "removed the logo",
  "organization.set_logo": "changed the logo",
  "organization.update": "changed the organization",
  "partnership.start": "started the partnership",
  "payment_method.limit": "set the limit of a payment method",
  "payment_method.open_setup": "began to save a payment method",
  "payment_method.remove": "removed a payment method",
  "payment_method.save": "saved a payment method",
  "payout.failed": "sent back a payout to the bank",
  "payout.in_transit": "sent a payout to the bank",
  "payout.paid": "paid out to the bank",
  "reconciliation.run": "asked for a comparison with Stripe",
  "revenue.import": "began to import revenue",
  "revenue.revert": "took back an import of revenue",
  "review.remind": "reminded the brand to review",
  "payout.gather": "put a small amount together with the next payout for",
  "transfer.block": "held back a transfer for",
  "transfer.confirm": "confirmed a transfer for",
};

/** A line of the audit trail without its actor: "proposed “Episode 4”". What has no words yet is shown readably. */
export function auditWords({ action, subjectType, subjectTitle }: AuditRow): string {
  const name = subjectTitle === null ? "" : ` “${subjectTitle}”`;
  const verb = Object.hasOwn(verbs, action) ? verbs[action] : undefined;
  if (verb === undefined) return `${readable(action)}, ${readable(subjectType)}${name}`;
  return verb.endsWith("agreement") || verb.endsWith("account") || verb.endsWith("payouts")
    ? verb
    : `${verb}${name}`;
}

/** An action without its actor and what it was done to: "released a part of". */
export function actionWords(action: string): string {
  return (Object.hasOwn(verbs, action) ? verbs[action] : undefined) ?? readable(action);
}

/** `reviewEndsAt`, `review_ends_at` and `review.ends.at` are all "review ends at". */
export function readable(name: string): string {
  return name
    .replaceAll(/[._]/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
