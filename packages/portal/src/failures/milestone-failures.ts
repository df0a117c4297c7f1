import { stateName } from "../milestone/state-words";
import type { FailureFacts, FailureTable, FailureWords } from "./failure-words";

/** What goes wrong on the path of a milestone. */
export const milestoneFailures: FailureTable = {
  "milestone.not_found": {
    happened: "This milestone is not here, or not yours.",
    notDone: "Nothing was done.",
    todo: "Open it from a list of milestones.",
  },
  "milestone.transition_forbidden": ({ detail }) => ({
    happened: `The milestone has moved on: it is ${stateName(detail("state") ?? "in another state")} now.`,
    notDone: "What you asked for was not done.",
    todo: "The page shows how it stands. Decide again from there.",
  }),
  "milestone.version_conflict": {
    happened: "The milestone was changed while this page was open.",
    notDone: "Your step was not taken.",
    todo: "Read the changed version, then decide again.",
  },
  "milestone.amount_changed": amountChanged,
  "milestone.not_funded": {
    happened: "No money is held for this milestone.",
    notDone: "Nothing was released.",
    todo: "Fund it first.",
  },
};

function amountChanged({ money }: FailureFacts): FailureWords {
  const now = money("held");
  const saw = money("expectedHeld");
  const figures =
    now === undefined
      ? ""
      : saw === undefined
        ? ` Now ${now} is held.`
        : ` You saw ${saw}; now ${now} is held.`;
  return {
    happened: `The held amount changed while you were looking.${figures}`,
    notDone: "Nothing was released.",
    todo: "Check the new amount, then press again.",
  };
}
