import type { FailureTable } from "./failure-words";

/** Decisions that need a second person, and the rule that says so. */
export const approvalFailures: FailureTable = {
  "approval.not_found": {
    happened: "This request is not here, or not yours.",
    notDone: "Nothing was done.",
    todo: "Open it from the list of approvals.",
  },
  "approval.not_waiting": {
    happened: "This request does not wait any more: somebody has decided, or it has ended.",
    notDone: "Your decision was not used; nothing was done twice.",
    todo: "Approvals, under Settled, says how it ended.",
  },
  "approval.own_request": {
    happened: "You asked for this yourself.",
    notDone: "It was not approved or declined.",
    todo: "Somebody else who may do it has to decide. You can withdraw it.",
  },
  "approval.not_yours": {
    happened: "Somebody else asked for this.",
    notDone: "It was not withdrawn.",
    todo: "You can decline it instead, with a reason.",
  },
  "approval.already_waiting": ({ detail }) => ({
    happened: `${detail("maker") ?? "Somebody"} has asked already, and that request waits for a second person.`,
    notDone: "No second request was made, and nothing was released.",
    todo: "Have that one approved, declined or withdrawn first.",
  }),
  "approval.limit_changed": {
    happened: "The limit was changed while this page was open.",
    notDone: "Your change was not made.",
    todo: "Look at the limit as it stands, then decide again.",
  },
  "approval.limit_unchanged": {
    happened: "This is the limit that holds already.",
    notDone: "Nothing was changed.",
    todo: "Enter another amount, or close this window.",
  },
};
