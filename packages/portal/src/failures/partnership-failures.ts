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
};
