import type { MessageTemplate, OrganizationKind } from "@evenshare/domain";
import { both, type Expectation } from "./expectation";

const invitationPath = "/invitation?token=aG9sZC1vbi10by15b3VyLWxpbmtz";
const due = "Sun 6 Dec 2026, 17:00 London";
const exactDue = "2026-12-06 17:00:00 UTC";

/** What mails about accounts, memberships and an organization's own settings must say. */
export const peopleExpectations = {
  "account.ready": {
    producer: { path: "/onboarding", says: ["You can be paid", "by themselves"] },
  },
  "account.attention": {
    producer: {
      path: "/onboarding",
      says: ["Stripe still needs details from you", "The document has expired.", due],
    },
  },
  "account.bank_changed": {
    producer: {
      path: "/onboarding",
      says: ["GBP: Barclays •••• 6789", "GBP: Monzo •••• 1122", "If it was not you"],
    },
  },
  "mail_domain.lost": {
    brand: {
      path: "/settings/mail-domain",
      says: ["gasthaus.example", "come from Evenshare's address", "_domainkey.gasthaus.example: not there"],
    },
    producer: { path: "/settings/mail-domain", says: ["gasthaus.example", "Put the records back"] },
  },
  "organization.invited": both({
    path: invitationPath,
    says: ["Join Gasthaus Group on Evenshare", "approver", "Maggie Hollis", due, exactDue],
  }),
  "partnership.invited": both({
    path: invitationPath,
    says: ["Gasthaus Group wants to work with you", "Harvest film series", "Tue 1 Dec 2026", due, exactDue],
  }),
  "member.removed": both({
    path: "/",
    says: ["Your access to Gasthaus Group has ended", "approver", "Maggie Hollis"],
  }),
  "account.verify_email": both({
    path: "/verify-email?token=kP3vXm0QTr9sYb1nUe7WcA",
    says: ["Confirm your e-mail address", "24 hours, once"],
  }),
  "account.reset_password": both({
    path: "/reset-password?token=kP3vXm0QTr9sYb1nUe7WcA",
    says: ["1 hour, once", "You are then signed out everywhere, in both portals."],
  }),
  "account.password_changed": both({
    path: "/forgot-password",
    says: ["has been signed out, in both portals."],
  }),
  "account.confirm_email": both({
    path: "/confirm-email?token=kP3vXm0QTr9sYb1nUe7WcA",
    says: ["maria@new.example", "Until you confirm it, nothing changes."],
  }),
  "account.email_changed": both({
    path: "/restore-email?token=kP3vXm0QTr9sYb1nUe7WcA",
    says: ["maria@new.example", "7 days, once"],
  }),
  "account.second_factor_on": both({ path: "/forgot-password", says: ["Keep the recovery codes"] }),
  "account.second_factor_off": both({ path: "/forgot-password", says: ["your password alone"] }),
} satisfies Partial<Record<MessageTemplate, Partial<Record<OrganizationKind, Expectation>>>>;
