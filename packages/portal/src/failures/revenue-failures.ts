import type { FailureTable } from "./failure-words";

/** Files of sales and what they bring. */
export const revenueFailures: FailureTable = {
  "revenue_import.not_found": {
    happened: "There is no such import here.",
    notDone: "Nothing was read or changed.",
    todo: "Look for it in the list of imports.",
  },
  "revenue_import.stated": ({ detail }) => ({
    happened: `A statement that was issued rests on lines of this import${detail("line") === undefined ? "" : `, such as ${detail("line")}`}.`,
    notDone: "Nothing was taken back: what was issued does not change.",
    todo: "Import the correction as returns; they stand in the next statement.",
  }),
  "revenue_import.ended": {
    happened: "This import counts nothing any more: it failed, or somebody took it back before.",
    notDone: "Nothing was changed.",
    todo: "Reload the page; it says what happened. A mended file can be imported at any time.",
  },
};
