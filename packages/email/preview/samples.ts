import type { MessageData, MessageTemplate } from "@evenshare/domain";
import type { MailSample } from "./mail-sample";
import { shareSamples } from "./share-samples";

const partnership = {
  partnershipId: "0190c3a0-0000-7000-8000-000000000001",
  partnershipTitle: "Harvest film series",
  brandName: "Gasthaus Group",
  producerName: "Studio Ada",
};

const milestone = {
  ...partnership,
  milestoneId: "0190c3a0-0000-7000-8000-0000000000a4",
  milestoneTitle: "Episode 4, rough cut",
  currency: "GBP",
  total: "250000",
  held: "250000",
  timeZone: "Europe/London",
};

const review = { ...milestone, dueAt: "2026-12-06T17:00:00.000Z" };
const payout = {
  ...milestone,
  amount: "243750",
  bankName: "Barclays ••6789",
  traceId: "GB26-0417-7731",
};

const approval = {
  ...milestone,
  approvalId: "0190c3a0-0000-7000-8000-0000000000e1",
  approvalKind: "milestone.release",
  makerName: "Owen Price",
  amount: "250000",
};
const limitApproval = {
  approvalId: approval.approvalId,
  approvalKind: "approval.set_limits",
  makerName: "Owen Price",
  brandName: partnership.brandName,
  currency: "GBP",
  amount: "500000",
  timeZone: "Europe/London",
};
const remainder = { amount: "30000", fee: "750" };
const accountLink = { token: "kP3vXm0QTr9sYb1nUe7WcA" };

const invitation = {
  organizationId: "0190c3a0-0000-7000-8000-0000000000b1",
  personName: "Maggie Hollis",
  token: "aG9sZC1vbi10by15b3VyLWxpbmtz",
  dueAt: "2026-12-06T17:00:00.000Z",
  timeZone: "Europe/London",
};

export const mailSamples: readonly MailSample[] = [
  ...shareSamples,
  sample("organization.invited", "", { ...invitation, organizationName: "Gasthaus Group", role: "approver" }),
  sample("partnership.invited", "", {
    ...invitation,
    brandName: "Gasthaus Group",
    partnershipTitle: "Harvest film series",
    startsOn: "2026-12-01",
  }),
  sample("member.removed", "", {
    organizationId: invitation.organizationId,
    organizationName: "Gasthaus Group",
    personName: "Maggie Hollis",
    role: "approver",
  }),
  sample("operator.told", "", {
    reason: "An objection to a hold waits for your answer",
    note: "1025.00 GBP, milestone Rough cut\nThe producer writes: it was the bank's mistake.",
    fix: "Answer it: evenshare holds answer 0190c3a0 --uphold --reason",
  }),
  sample("partnership.started", "", partnership),
  sample("agreement.accepted", "", { ...partnership, version: "3" }),
  sample("milestone.proposed", "", { ...milestone, held: "0" }),
  sample("milestone.proposed", "in dinars", { ...milestone, currency: "KWD", total: "1500250", held: "0" }),
  sample("milestone.declined", "", {
    ...milestone,
    held: "0",
    reason:
      "The second criterion cannot be tested as it stands.\nAnd two weeks are too short for the colour grade.",
  }),
  sample("milestone.agreed", "", { ...milestone, held: "0" }),
  sample("milestone.funded", "in full", { ...milestone, amount: "250000", toFund: "0", fee: "6250" }),
  sample("milestone.funded", "in part", {
    ...milestone,
    milestoneTitle: "Harvest box, March",
    total: "50000",
    amount: "30000",
    held: "30000",
    toFund: "20000",
  }),
  sample("milestone.funded", "in yen, part released", {
    ...milestone,
    currency: "JPY",
    total: "400000",
    amount: "100000",
    held: "150000",
    toFund: "150000",
  }),
  sample("milestone.started", "", { ...milestone, toFund: "0" }),
  sample("milestone.submitted", "", {
    ...review,
    version: "2",
    note: "The colour grade is final; sound is a guide mix.\n\nScene 7 runs 12 s longer than in version 1, as we discussed.",
  }),
  sample("review.reminder", "three days", { ...review, amount: "250000", daysLeft: "3" }),
  sample("review.reminder", "last hours", { ...review, amount: "250000", daysLeft: "0" }),
  sample("milestone.revision_requested", "", {
    ...milestone,
    round: "1",
    includedRounds: "2",
    failedCriteria:
      "Runs between 21 and 23 minutes\nEvery interview partner is named on screen at first appearance",
    note: "Frau Huber's name is missing at 04:10. The rest is lovely.",
  }),
  sample("milestone.released", "accepted", {
    ...milestone,
    amount: "250000",
    net: "243750",
    fee: "6250",
    held: "0",
    trigger: "accepted",
  }),
  sample("milestone.released", "by itself", {
    ...milestone,
    amount: "250000",
    net: "250000",
    fee: "6250",
    held: "0",
    trigger: "review_expired",
  }),
  sample("milestone.released", "a part", {
    ...milestone,
    amount: "50000",
    net: "48750",
    fee: "1250",
    held: "200000",
    trigger: "part",
  }),
  sample("milestone.released", "late funding", {
    ...milestone,
    amount: "100000",
    net: "100000",
    held: "0",
    toFund: "50000",
    trigger: "late_funding",
  }),
  sample("release.blocked", "account", { ...milestone, amount: "250000", reason: "onboarding_incomplete" }),
  sample("release.blocked", "provider", {
    ...milestone,
    amount: "250000",
    reason: "The available balance does not cover the transfer yet.",
  }),
  sample("payout.sent", "", { ...payout, expectedOn: "2026-12-08" }),
  sample("payout.paid", "", payout),
  sample("payout.failed", "", {
    ...payout,
    reason: "The bank account is closed.",
    fix: "Enter another bank account in your name.",
  }),
  sample("funding.failed", "", {
    ...milestone,
    amount: "100000",
    held: "150000",
    reason: "The card was declined: insufficient funds.",
  }),
  sample("funding.processing", "", {
    ...milestone,
    amount: "100000",
    held: "0",
    dueAt: "2026-12-04T10:00:00.000Z",
  }),
  sample("remainder.offered", "roll", {
    ...milestone,
    ...remainder,
    remainderKind: "roll",
    targetTitle: "Fine cut",
    makerName: "Ada Okafor",
  }),
  sample("remainder.agreed", "return", {
    ...milestone,
    ...remainder,
    remainderKind: "return",
    held: "0",
    makerName: "Ada Okafor",
    deciderName: "Ruth Beck",
  }),
  sample("remainder.declined", "", {
    ...milestone,
    ...remainder,
    remainderKind: "return",
    deciderName: "Ruth Beck",
    reason: "We still need it here.",
  }),
  sample("remainder.ended", "", {
    ...milestone,
    ...remainder,
    remainderKind: "return",
    reason: "amount_changed",
  }),
  sample("refund.arrived", "", { ...milestone, ...remainder, held: "0" }),
  sample("refund.failed", "", {
    ...milestone,
    ...remainder,
    held: "30000",
    reason: "The card that was paid with has expired or was cancelled.",
  }),
  sample("funding.returned", "part released", {
    ...milestone,
    amount: "102500",
    held: "50000",
    owed: "40000",
    reason: "The bank returned the debit after it had been paid. There was not enough money in the account.",
  }),
  sample("funding.restored", "", { ...milestone, amount: "102500", held: "150000", owed: "0" }),
  sample("funding.repaid", "", { ...milestone, amount: "40000", owed: "0" }),
  sample("hold.reminder", "", {
    ...milestone,
    amount: "102500",
    held: "50000",
    owed: "40000",
    dueAt: "2026-12-14T10:00:00.000Z",
  }),
  sample("hold.appealed", "", {
    ...milestone,
    amount: "102500",
    note: "Your bank told us on the phone that it was their mistake.",
  }),
  sample("hold.answered", "upheld", {
    ...milestone,
    amount: "102500",
    answer: "upheld",
    reason: "The bank's letter of 2 December says that the debit was not authorized.",
  }),
  sample("hold.answered", "released", {
    ...milestone,
    amount: "102500",
    answer: "released",
    reason: "The bank's letter of 2 December says that the debit was not authorized.",
  }),
  sample("account.ready", "", { producerName: "Studio Ada" }),
  sample("account.attention", "paused", {
    producerName: "Studio Ada",
    timeZone: "Europe/London",
    reason: "onboarding_incomplete",
    note: "The document has expired.",
    dueAt: "2026-12-06T17:00:00.000Z",
  }),
  sample("account.attention", "soon", { producerName: "Studio Ada", timeZone: "Europe/London" }),
  sample("account.attention", "disconnected", {
    producerName: "Studio Ada",
    timeZone: "Europe/London",
    reason: "disconnected",
  }),
  sample("account.bank_changed", "", {
    producerName: "Studio Ada",
    bankBefore: "GBP: Barclays •••• 6789",
    bankAfter: "GBP: Monzo •••• 1122\nEUR: N26 •••• 3000",
  }),
  sample("mail_domain.lost", "", {
    brandName: "Gasthaus Group",
    domain: "gasthaus.example",
    note: "DKIM at evenshare-1f2e3d4c._domainkey.gasthaus.example: not there",
  }),
  sample("approval.requested", "a release", { ...approval, dueAt: review.dueAt }),
  sample("approval.requested", "a limit", { ...limitApproval, dueAt: review.dueAt }),
  sample("approval.approved", "a release", { ...approval, deciderName: "Maggie Hollis" }),
  sample("approval.approved", "a limit", { ...limitApproval, deciderName: "Maggie Hollis" }),
  sample("approval.declined", "a release", {
    ...approval,
    deciderName: "Maggie Hollis",
    reason: "The sponsor line is still missing.\nLet us wait for version 3.",
  }),
  sample("approval.ended", "expired", { ...approval, reason: "expired" }),
  sample("approval.ended", "by the clock", { ...approval, reason: "review_ended" }),
  sample("approval.ended", "a limit", { ...limitApproval, reason: "limits_changed" }),
  sample("account.verify_email", "", accountLink),
  sample("account.reset_password", "", accountLink),
  sample("account.password_changed", "", {}),
  sample("account.confirm_email", "", { ...accountLink, email: "maria@new.example" }),
  sample("account.email_changed", "", { ...accountLink, email: "maria@new.example" }),
  sample("account.second_factor_on", "", {}),
  sample("account.second_factor_off", "", {}),
];

function sample(template: MessageTemplate, variant: string, data: MessageData): MailSample {
  return { template, variant, data };
}
