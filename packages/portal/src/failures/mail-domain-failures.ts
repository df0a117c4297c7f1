import type { FailureTable } from "./failure-words";

/** The domain an organization sends mails from. */
export const mailDomainFailures: FailureTable = {
  "mail_domain.platform": {
    happened: "This domain is Evenshare's own.",
    notDone: "Nothing was saved.",
    todo: "Enter one that belongs to your organization.",
  },
  "mail_domain.exists": {
    happened: "Your organization has a mail domain already.",
    notDone: "Nothing was saved.",
    todo: "Remove it first, then enter another.",
  },
  "mail_domain.not_found": {
    happened: "This mail domain was removed meanwhile.",
    notDone: "Nothing was done.",
    todo: "Look at the page again, which is up to date now.",
  },
  "mail_domain.taken": {
    happened: "Its records are right, but another organization here sends from this domain already.",
    notDone: "The domain was not verified.",
    todo: "Take the other organization's DKIM record out of the DNS, or have it remove the domain here, then check again.",
  },
};
