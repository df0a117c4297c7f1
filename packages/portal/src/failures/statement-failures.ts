import type { FailureTable } from "./failure-words";

const nothing = "No statement was issued.";

/** Statements of revenue shares. */
export const statementFailures: FailureTable = {
  "statement.not_found": {
    happened: "There is no such statement here.",
    notDone: "Nothing was shown or changed.",
    todo: "Look for it in the list of statements.",
  },
  "statement.other_period": ({ detail }) => ({
    happened: `Statements are issued in order, and ${detail("period") ?? "another period"} comes next.`,
    notDone: nothing,
    todo: "Reload the page and look at that period first.",
  }),
  "statement.period_open": ({ detail }) => ({
    happened: `The period is not over: its last day is ${detail("lastDay") ?? "still to come"}.`,
    notDone: nothing,
    todo: "Issue it on the day after, when all of its sales can be there.",
  }),
  "statement.too_many_lines": ({ detail }) => ({
    happened: `The agreement shares more than ${detail("most") ?? "so many"} lines of revenue.`,
    notDone: "Nothing was computed.",
    todo: "Tell us: so many lines are not computed yet.",
  }),
  "share.not_active": {
    happened: "Not all parties have accepted the revenue share.",
    notDone: "Nothing was computed.",
    todo: "Statements begin when everybody has accepted.",
  },
};
