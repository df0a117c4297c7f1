import type { FailureTable } from "./failure-words";

/** What a person hears about, and the links in mails. */
export const noticeFailures: FailureTable = {
  "notice.mail_locked": {
    happened:
      "Mail about money cannot be switched off: it is your record of what was held, released and paid.",
    notDone: "Nothing was changed.",
    todo: "Choose about the other groups; those about money are always sent.",
  },
  "notice.nothing_changed": {
    happened: "Everything already stands as you chose it, perhaps from another window or by a mail's link.",
    notDone: "Nothing was changed.",
    todo: "Look at the ticks again; they are as they stand now.",
  },
  "mail_link.invalid": {
    happened: "This link was cut off or changed on its way, or its person has left the organization.",
    notDone: "No mail was switched on or off.",
    todo: "Open the whole link from the mail again, or sign in and choose in the settings.",
  },
};
