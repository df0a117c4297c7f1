import type { FailureTable } from "./failure-words";

const nothing = "Nothing was proposed or agreed.";

/** Revenue-share agreements. */
export const shareFailures: FailureTable = {
  "share.not_found": {
    happened: "This revenue share is not here, or not yours.",
    notDone: "Nothing was done.",
    todo: "Open it from the list of revenue shares.",
  },
  "share.not_open": {
    happened: "This version does not wait for an answer any more: it was answered, withdrawn, or replaced.",
    notDone: "Your answer was not used.",
    todo: "Reload the page; it says what became of it.",
  },
  "share.already_open": ({ detail }) => ({
    happened: `Version ${detail("version") ?? "before this"} still waits for answers.`,
    notDone: nothing,
    todo: "Wait for the answers, or withdraw it first.",
  }),
  "share.already_answered": {
    happened: "Your organization has answered this version already.",
    notDone: "Nothing was changed.",
    todo: "Reload the page to see who said what.",
  },
  "share.border_passed": {
    happened: "The period in which this version should have taken effect has begun.",
    notDone: "It was not accepted; what was in force before stays so.",
    todo: "Decline it, or ask the brand to propose it again for a later period.",
  },
};
