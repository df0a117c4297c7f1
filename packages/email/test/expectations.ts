import type { MessageTemplate, OrganizationKind } from "@evenshare/domain";

import { both, type Expectation } from "./expectation";
import { peopleExpectations } from "./expectations-of-people";
import { shareExpectations } from "./expectations-of-shares";

const milestonePath = "/milestones/0190c3a0-0000-7000-8000-0000000000a4";
const partnershipPath = "/partnerships/0190c3a0-0000-7000-8000-000000000001";
const due = "Sun 6 Dec 2026, 17:00 London";
const exactDue = "2026-12-06 17:00:00 UTC";

export const expectations: Record<MessageTemplate, Partial<Record<OrganizationKind, Expectation>>> = {
  "partnership.started": {
    brand: { path: partnershipPath, says: ["You started a partnership with Studio Ada"] },
    producer: { path: partnershipPath, says: ["Gasthaus Group has started a partnership with you"] },
  },
  "agreement.accepted": {
    brand: { path: partnershipPath, says: ["Version 3", "Propose a milestone to Studio Ada"] },
    producer: { path: partnershipPath, says: ["Version 3", "Agree a milestone with Gasthaus Group"] },
  },
  "milestone.proposed": {
    brand: { path: milestonePath, says: ["Studio Ada proposes a milestone", "£2,500.00"] },
    producer: { path: milestonePath, says: ["Gasthaus Group proposes a milestone", "£2,500.00"] },
  },
  "milestone.declined": {
    brand: {
      path: milestonePath,
      says: ["Studio Ada declined", "£2,500.00", "two weeks are too short for the colour grade."],
    },
    producer: {
      path: milestonePath,
      says: ["Gasthaus Group declined", "The second criterion cannot be tested"],
    },
  },
  "milestone.agreed": {
    brand: { path: milestonePath, says: ["£2,500.00", "Fund the milestone"] },
    producer: { path: milestonePath, says: ["£2,500.00", "Gasthaus Group is asked to fund it."] },
  },
  "milestone.funded": {
    brand: {
      path: milestonePath,
      says: [
        "This is your receipt.",
        "Funded now",
        "£2,500.00",
        "Platform fee",
        "£62.50",
        "You paid",
        "£2,562.50",
      ],
    },
    producer: { path: milestonePath, says: ["Your money is held", "Held for you", "£2,500.00"] },
  },
  "milestone.started": {
    brand: { path: milestonePath, says: ["Studio Ada has started work", "£2,500.00, is held."] },
    producer: {
      path: milestonePath,
      says: ["Gasthaus Group knows that you have begun.", "£2,500.00, is held."],
    },
  },
  "milestone.submitted": {
    brand: {
      path: milestonePath,
      says: [
        "version 2",
        `Releases automatically on ${due}, unless you ask for changes.`,
        exactDue,
        "The colour grade is final",
        "£2,500.00",
      ],
    },
    producer: {
      path: milestonePath,
      says: [
        "Version 2",
        `Releases automatically on ${due}, unless Gasthaus Group asks for changes.`,
        exactDue,
      ],
    },
  },
  "review.reminder": {
    brand: {
      path: milestonePath,
      says: ["3 days left to review", `on ${due}, unless you ask for changes.`, exactDue, "£2,500.00"],
    },
    producer: {
      path: milestonePath,
      says: ["3 days left until release", `on ${due}, unless Gasthaus Group asks`, exactDue, "£2,500.00"],
    },
  },
  "milestone.revision_requested": {
    brand: {
      path: milestonePath,
      says: ["1 of 2 included", "Runs between 21 and 23 minutes", "£2,500.00 stays held."],
    },
    producer: {
      path: milestonePath,
      says: [
        "1 of 2 included",
        "Runs between 21 and 23 minutes",
        "Every interview partner is named on screen",
        "Frau Huber's name is missing at 04:10.",
        "£2,500.00 stays held.",
      ],
    },
  },
  "milestone.released": {
    brand: { path: milestonePath, says: ["You accepted the work.", "£2,500.00 goes to Studio Ada."] },
    producer: {
      path: "/payouts",
      says: ["Gasthaus Group accepted the work.", "£2,500.00", "−£62.50", "You receive", "£2,437.50"],
    },
  },
  "release.blocked": {
    brand: { path: milestonePath, says: ["£2,500.00", "Stripe still needs details from Studio Ada"] },
    producer: {
      path: "/onboarding",
      says: ["£2,500.00", "Stripe still needs details from you", "Give Stripe the details that are missing"],
    },
  },
  "payout.sent": {
    brand: { path: milestonePath, says: ["£2,437.50", "Tue 8 Dec 2026"] },
    producer: {
      path: "/payouts",
      says: ["£2,437.50", "Tue 8 Dec 2026", "Barclays ••6789", "GB26-0417-7731"],
    },
  },
  "payout.paid": {
    brand: { path: milestonePath, says: ["The payout to Studio Ada has arrived", "£2,437.50"] },
    producer: {
      path: "/payouts",
      says: ["Your money has arrived", "£2,437.50", "Barclays ••6789", "GB26-0417-7731"],
    },
  },
  "payout.failed": {
    brand: { path: milestonePath, says: ["£2,437.50", "your release stands and you owe nothing more"] },
    producer: {
      path: "/onboarding",
      says: ["£2,437.50", "The bank account is closed.", "Enter another bank account in your name."],
    },
  },
  "funding.failed": {
    brand: {
      path: milestonePath,
      says: ["£1,000.00", "£1,500.00", "The card was declined: insufficient funds.", "Pay again"],
    },
    producer: {
      path: milestonePath,
      says: ["£1,000.00", "£1,500.00 is held for you; work above it is unprotected."],
    },
  },
  "funding.processing": {
    brand: {
      path: milestonePath,
      says: ["£1,000.00", "Nothing is held from it until it is through", "Fri 4 Dec 2026"],
    },
    producer: {
      path: milestonePath,
      says: ["£1,000.00", "nothing is held for you from it yet", "Fri 4 Dec 2026"],
    },
  },
  "remainder.offered": {
    brand: {
      path: milestonePath,
      says: ["Studio Ada offers to roll £300.00 into “Fine cut”", "£7.50", "Ada Okafor"],
    },
    producer: {
      path: milestonePath,
      says: ["Gasthaus Group offers to roll £300.00 into “Fine cut”", "worth that much less to you"],
    },
  },
  "remainder.agreed": {
    brand: {
      path: milestonePath,
      says: ["£300.00 goes back to Gasthaus Group", "£0.00 is still held", "£7.50"],
    },
    producer: { path: milestonePath, says: ["£300.00 goes back to Gasthaus Group", "Both sides agreed."] },
  },
  "remainder.declined": {
    brand: { path: milestonePath, says: ["Studio Ada declined your offer", "We still need it here."] },
    producer: { path: milestonePath, says: ["Gasthaus Group declined your offer", "the money stays held"] },
  },
  "remainder.ended": {
    brand: { path: milestonePath, says: ["Another amount is held now", "Nothing moved by it."] },
    producer: { path: milestonePath, says: ["Another amount is held now", "Nothing moved by it."] },
  },
  "refund.arrived": {
    brand: { path: milestonePath, says: ["£307.50 was returned to you", "Evenshare bears it", "£7.50"] },
    producer: { path: milestonePath, says: ["£300.00 was returned to Gasthaus Group", "stays yours"] },
  },
  "refund.failed": {
    brand: { path: milestonePath, says: ["£300.00 could not be returned", "has expired or was cancelled"] },
    producer: { path: milestonePath, says: ["£300.00 could not be returned", "it is held for"] },
  },
  "funding.returned": {
    brand: {
      path: milestonePath,
      says: ["£1,025.00", "you owe £400.00", "£500.00", "The bank returned the debit"],
    },
    producer: {
      path: milestonePath,
      says: ["£1,025.00", "What was released to you stays yours.", "£500.00"],
    },
  },
  "funding.restored": {
    brand: { path: milestonePath, says: ["£1,025.00", "£1,500.00 is held"] },
    producer: { path: milestonePath, says: ["£1,500.00 is held for you now"] },
  },
  "funding.repaid": {
    brand: { path: milestonePath, says: ["£400.00", "Nothing is owed"] },
    producer: { path: milestonePath, says: ["£400.00", "There is nothing for you to do."] },
  },
  "hold.reminder": {
    brand: { path: milestonePath, says: ["£1,025.00", "£400.00", "Mon 14 Dec 2026"] },
    producer: { path: milestonePath, says: ["£1,025.00", "Mon 14 Dec 2026"] },
  },
  "hold.appealed": {
    brand: { path: milestonePath, says: ["Studio Ada objects to the hold", "it was their mistake."] },
    producer: { path: milestonePath, says: ["Gasthaus Group has been told.", "it was their mistake."] },
  },
  "hold.answered": both({
    path: milestonePath,
    says: ["£1,025.00", "authorized.", "From the platform's operator"],
  }),
  "operator.told": {
    brand: {
      path: "/health",
      says: ["An objection to a hold waits for your answer", "it was the bank's mistake.", "OPERATOR_EMAIL"],
    },
  },
  ...peopleExpectations,
  ...shareExpectations,
  "approval.requested": {
    brand: {
      path: "/approvals",
      says: [
        "Owen Price wants to release £2,500.00 to Studio Ada.",
        `the request ends on ${due}`,
        exactDue,
        "Approve it, and it is done at once",
      ],
    },
  },
  "approval.approved": {
    brand: {
      path: "/approvals?show=settled",
      says: ["You asked to release £2,500.00 to Studio Ada. Maggie Hollis approved it, and it is done."],
    },
  },
  "approval.declined": {
    brand: {
      path: "/approvals?show=settled",
      says: ["Maggie Hollis declined it; nothing was done.", "The sponsor line is still missing."],
    },
  },
  "approval.ended": {
    brand: {
      path: "/approvals?show=settled",
      says: ["Nobody decided in time. Nothing was done by this request.", "Ask again if it is still right"],
    },
  },
};
