import type { FailureTable } from "./failure-words";

/** The comparison with the payment provider. */
export const reconciliationFailures: FailureTable = {
  "reconciliation.just_made": {
    happened: "A comparison was made less than a minute ago.",
    notDone: "It was not made again.",
    todo: "What you see is that comparison. Ask for another in a minute.",
  },
};
