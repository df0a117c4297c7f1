import type { MessageTemplate } from "@evenshare/domain";
import { accountAttention } from "./account-attention";
import { accountBankChanged } from "./account-bank-changed";
import { accountReady } from "./account-ready";
import { agreementAccepted } from "./agreement-accepted";
import { approvalApproved } from "./approval-approved";
import { approvalDeclined } from "./approval-declined";
import { approvalEnded } from "./approval-ended";
import { approvalRequested } from "./approval-requested";
import type { MailTemplate } from "./define-template";
import { fundingFailed } from "./funding-failed";
import { fundingProcessing } from "./funding-processing";
import { fundingRepaid } from "./funding-repaid";
import { fundingRestored } from "./funding-restored";
import { fundingReturned } from "./funding-returned";
import { holdAnswered } from "./hold-answered";
import { holdAppealed } from "./hold-appealed";
import { holdReminder } from "./hold-reminder";
import { mailDomainLost } from "./mail-domain-lost";
import { memberRemoved } from "./member-removed";
import { milestoneAgreed } from "./milestone-agreed";
import { milestoneDeclined } from "./milestone-declined";
import { milestoneFunded } from "./milestone-funded";
import { milestoneProposed } from "./milestone-proposed";
import { milestoneReleased } from "./milestone-released";
import { milestoneRevisionRequested } from "./milestone-revision-requested";
import { milestoneStarted } from "./milestone-started";
import { milestoneSubmitted } from "./milestone-submitted";
import { operatorTold } from "./operator-told";
import { organizationInvited } from "./organization-invited";
import { partnershipInvited } from "./partnership-invited";
import { partnershipStarted } from "./partnership-started";
import { payoutFailed } from "./payout-failed";
import { payoutPaid } from "./payout-paid";
import { payoutSent } from "./payout-sent";
import {
  accountConfirmEmail,
  accountEmailChanged,
  accountPasswordChanged,
  accountResetPassword,
  accountSecondFactorOff,
  accountSecondFactorOn,
  accountVerifyEmail,
} from "./person-account";
import { refundArrived } from "./refund-arrived";
import { refundFailed } from "./refund-failed";
import { releaseBlocked } from "./release-blocked";
import { remainderAgreed } from "./remainder-agreed";
import { remainderDeclined } from "./remainder-declined";
import { remainderEnded } from "./remainder-ended";
import { remainderOffered } from "./remainder-offered";
import { reviewReminder } from "./review-reminder";
import { shareAccepted } from "./share-accepted";
import { shareActive } from "./share-active";
import { shareDeclined } from "./share-declined";
import { shareEnded } from "./share-ended";
import { shareProposed } from "./share-proposed";
import { statementIssued } from "./statement-issued";

/** Every mail there is. A template of the domain without words here does not compile. */
export const mailTemplates: Record<MessageTemplate, MailTemplate> = {
  "partnership.started": partnershipStarted,
  "agreement.accepted": agreementAccepted,
  "milestone.proposed": milestoneProposed,
  "milestone.declined": milestoneDeclined,
  "milestone.agreed": milestoneAgreed,
  "milestone.funded": milestoneFunded,
  "milestone.started": milestoneStarted,
  "milestone.submitted": milestoneSubmitted,
  "review.reminder": reviewReminder,
  "milestone.revision_requested": milestoneRevisionRequested,
  "milestone.released": milestoneReleased,
  "release.blocked": releaseBlocked,
  "remainder.offered": remainderOffered,
  "remainder.agreed": remainderAgreed,
  "remainder.declined": remainderDeclined,
  "remainder.ended": remainderEnded,
  "refund.arrived": refundArrived,
  "refund.failed": refundFailed,
  "payout.sent": payoutSent,
  "payout.paid": payoutPaid,
  "payout.failed": payoutFailed,
  "funding.failed": fundingFailed,
  "funding.processing": fundingProcessing,
  "funding.returned": fundingReturned,
  "funding.restored": fundingRestored,
  "funding.repaid": fundingRepaid,
  "hold.reminder": holdReminder,
  "hold.appealed": holdAppealed,
  "hold.answered": holdAnswered,
  "account.ready": accountReady,
  "account.attention": accountAttention,
  "account.bank_changed": accountBankChanged,
  "mail_domain.lost": mailDomainLost,
  "share.proposed": shareProposed,
  "share.accepted": shareAccepted,
  "share.active": shareActive,
  "share.declined": shareDeclined,
  "share.ended": shareEnded,
  "statement.issued": statementIssued,
  "approval.requested": approvalRequested,
  "approval.approved": approvalApproved,
  "approval.declined": approvalDeclined,
  "approval.ended": approvalEnded,
  "organization.invited": organizationInvited,
  "partnership.invited": partnershipInvited,
  "member.removed": memberRemoved,
  "account.verify_email": accountVerifyEmail,
  "account.reset_password": accountResetPassword,
  "account.password_changed": accountPasswordChanged,
  "account.confirm_email": accountConfirmEmail,
  "account.email_changed": accountEmailChanged,
  "account.second_factor_on": accountSecondFactorOn,
  "account.second_factor_off": accountSecondFactorOff,
  "operator.told": operatorTold,
};
