import type { FailureTable } from "./failure-words";

/** Partnerships, agreements and payout accounts. */
export const partnershipFailures: FailureTable = {
  "partnership.not_found": {
    happened: "This partnership is not here, or not yours.",
    notDone: "Nothing was done.",
    todo: "Open it from the list of partnerships.",
  },
  "agreement.not_accepted": {
    happened: "The agreement of this partnership is not accepted yet.",
    notDone: "Nothing was agreed or funded.",
    todo: "The producer has to accept the terms first.",
  },
  "agreement.version_changed": {
    happened: "Other terms stand by now.",
    notDone: "Nothing was accepted.",
    todo: "Read the new version, then accept it.",
  },
  "agreement.already_accepted": {
    happened: "Somebody of your organization has already accepted these terms.",
    notDone: "They were not accepted twice.",
    todo: "There is nothing left to do.",
  },
  "partnership.own_email": {
    happened: "This is your own address.",
    notDone: "The partnership was not started.",
    todo: "Enter the address of somebody at the producer.",
  },
  "account.not_found": {
    happened: "There is no payout account yet.",
    notDone: "Nothing was changed.",
    todo: "Set up payouts first.",
  },
  "account.refused": {
    happened: "The payment provider did not open an account.",
    notDone: "Payouts are not set up.",
    todo: "It may not serve your country yet. Ask support before you agree to more work.",
  },
  "account.no_dashboard": {
    happened: "The payment provider has no dashboard of your account yet.",
    notDone: "Nothing was opened.",
    todo: "Finish setting up payouts first; the dashboard comes with that.",
  },
  "payout.not_found": {
    happened: "There are no payouts here.",
    notDone: "Nothing was done.",
    todo: "Payouts are in the producer portal.",
  },
  "home.not_found": {
    happened: "This page belongs to the other portal.",
    notDone: "Nothing was done.",
    todo: "Open the other portal, or reload this one.",
  },
};
