import { stateWordsOf } from "../milestone/state-words";
import type { FailureFacts, FailureTable, FailureWords } from "./failure-words";

/** What goes wrong on the path of a milestone. */
export const milestoneFailures: FailureTable = {
  "milestone.not_found": {
    happened: "This milestone is not here, or not yours.",
    notDone: "Nothing was done.",
    todo: "Open it from a list of milestones.",
  },
  "milestone.transition_forbidden": ({ detail }) => ({
    happened: `The milestone has moved on: it is now “${stateWordsOf(detail("state") ?? "changed").word}”.`,
    notDone: "What you asked for was not done.",
    todo: "The page shows how it stands. Decide again from there.",
  }),
  "milestone.changed_meanwhile": {
    happened: "The milestone was changed while this page was open.",
    notDone: "Your step was not taken, so that nobody's change is lost.",
    todo: "Read the changed version, then decide again.",
  },
  "milestone.amount_changed": amountChanged,
  "milestone.currency_mismatch": ({ detail }) => ({
    happened: `This milestone is in ${detail("expected") ?? "another currency"}.`,
    notDone: "No money was moved.",
    todo: "Reload the page and enter the amount again.",
  }),
  "amount.not_in_steps": ({ detail, money }) => ({
    happened: `The amount cannot be paid to its last digit: ${detail("currency") ?? "the currency"} is paid in steps of ${money("step") ?? "ten of its smallest unit"}.`,
    notDone: "Nothing was saved and no money was moved.",
    todo: "Change the last digit of the amount and send it again.",
  }),
  "amount.below_minimum": ({ money }) => ({
    happened: `This is too little to be charged: the smallest payment is ${money("minimum") ?? "more than that"}.`,
    notDone: "Nothing was saved and no money was moved.",
    todo: "Enter a larger amount. A debt below it waits and is paid with the next one.",
  }),
  "amount.rest_below_minimum": ({ money }) => ({
    happened: `The rest of ${money("rest") ?? "the amount"} could not be paid; the smallest payment is ${money("minimum") ?? "more than that"}.`,
    notDone: "No money was moved.",
    todo: "Fund all that is open now, or leave a larger rest.",
  }),
  "milestone.not_drafted_by_you": {
    happened: "The other side drafted this milestone.",
    notDone: "Nothing was changed.",
    todo: "Only they can change, propose or withdraw it. You agree or decline.",
  },
  "milestone.not_a_draft": ({ detail }) => ({
    happened: `It is no draft any more: it is “${stateWordsOf(detail("state") ?? "changed").word}”.`,
    notDone: "Your changes were not saved.",
    todo: "Withdraw the proposal first, or agree on a further milestone.",
  }),
  "milestone.own_proposal": {
    happened: "Your own side proposed this milestone.",
    notDone: "Nothing was agreed or declined.",
    todo: "The other side answers it. You can withdraw it.",
  },
  "milestone.not_enough_held": ({ money }) => ({
    happened: `Too little is held to start${figure(money("held"), "now")}${figure(money("required"), "needed")}.`,
    notDone: "The work was not marked as started.",
    todo: "Wait until the brand has funded more.",
  }),
  "release.more_than_held": ({ money }) => ({
    happened: `That is more than is held${figure(money("held"), "now")}.`,
    notDone: "Nothing was released.",
    todo: "Enter a smaller amount.",
  }),
  "release.part_is_all": {
    happened: "That is all that is held, not a part of it.",
    notDone: "Nothing was released.",
    todo: "Release a smaller part, or accept the work to release everything.",
  },
  "release.nothing_left_after_fee": {
    happened: "After the platform fee nothing would be left for the producer.",
    notDone: "Nothing was released.",
    todo: "Release a larger amount.",
  },
  "payee.not_payable": {
    happened: "The producer's account cannot receive money at the moment.",
    notDone: "Nothing was released; the money stays held.",
    todo: "The producer has to finish setting up payouts. Try again after that.",
  },
  "submission.criteria_incomplete": ({ detail }) => ({
    happened: `Every criterion needs an answer: ${detail("answered") ?? "some"} of ${detail("expected") ?? "all"} have one.`,
    notDone: "The work was not submitted and the clock did not start.",
    todo: "Answer each criterion, also with “not met”.",
  }),
  "revision.no_criterion_named": {
    happened: "Changes can only be asked for by naming a criterion that is not met.",
    notDone: "Nothing was asked for; the review clock goes on.",
    todo: "Choose at least one criterion.",
  },
  "revision.criterion_unknown": {
    happened: "One of the criteria does not belong to this milestone.",
    notDone: "Nothing was asked for; the review clock goes on.",
    todo: "Reload the page and choose again.",
  },
  "revision.rounds_used_up": ({ detail }) => ({
    happened: `All ${detail("included") ?? ""} included rounds of changes are used.`.replace("  ", " "),
    notDone: "Nothing was asked for; the review clock goes on.",
    todo: "Agree on a further milestone for what is still to change.",
  }),
  "funding.not_found": {
    happened: "This payment is not here, or not yours.",
    notDone: "Nothing was charged.",
    todo: "Open the milestone and fund it from there.",
  },
  "funding.closed": {
    happened: "This payment is closed already.",
    notDone: "Nothing more was charged.",
    todo: "Look at the milestone's funding, then begin a new payment if money is missing.",
  },
  "funding.another_open": {
    happened: "Another payment for this milestone is being processed.",
    notDone: "No second one was begun, so that you do not pay twice.",
    todo: "Wait until it is through; this page shows it. Then fund what is still missing.",
  },
  "funding.amount_mismatch": {
    happened: "The payment provider charged another amount than agreed.",
    notDone: "The payment was not counted as held.",
    todo: "Tell support; the payment is being looked into.",
  },
  "payment.unavailable": {
    happened: "The payment provider does not answer at the moment.",
    notDone: "Nothing was charged.",
    todo: "Try again in a few minutes.",
  },
};

function figure(amount: string | undefined, word: string): string {
  return amount === undefined ? "" : `, ${amount} ${word}`;
}

function amountChanged({ money }: FailureFacts): FailureWords {
  const saw = money("expected");
  const now = money("actual");
  const figures = saw === undefined || now === undefined ? "" : ` You saw ${saw}; now ${now} is held.`;
  return {
    happened: `The held amount changed while you were looking.${figures}`,
    notDone: "Nothing was released.",
    todo: "Check the new amount, then press again.",
  };
}
