import type { FailureTable } from "./failure-words";

const nothing = "Nothing was offered or moved.";

/** Held money that rolls into another milestone or returns to the brand, and refunds. */
export const remainderFailures: FailureTable = {
  "remainder.already_open": ({ detail }) => ({
    happened: `${detail("maker") ?? "Somebody"} has made an offer about this money already.`,
    notDone: "No second offer was made.",
    todo: "Answer that one, or have it withdrawn, first.",
  }),
  "remainder.not_open": {
    happened: "This offer is over: it was answered or withdrawn, or something else moved the money first.",
    notDone: "Your answer was not used; nothing moved by it.",
    todo: "Reload the page; the timeline says what happened. Either side can make another offer.",
  },
  "remainder.own_offer": {
    happened: "You, or your own side, made this offer.",
    notDone: "It was not answered.",
    todo: "Somebody of the other side has to answer it. Your side can withdraw it.",
  },
  "remainder.not_yours": {
    happened: "The other side made this offer.",
    notDone: "It was not withdrawn.",
    todo: "You can decline it instead, with a reason.",
  },
  "remainder.more_than_held": ({ money }) => ({
    happened: `That is more than is held${money("held") === undefined ? "" : `: ${money("held")}`}.`,
    notDone: nothing,
    todo: "Choose an amount up to what is held.",
  }),
  "remainder.more_than_target_lacks": ({ money, detail }) => ({
    happened: `That is more than “${detail("title") ?? "the other milestone"}” still lacks${money("open") === undefined ? "" : `: ${money("open")}`}. Payments under way count.`,
    notDone: nothing,
    todo: "Roll at most that much, or choose another milestone.",
  }),
  "remainder.nothing_would_stay": {
    happened: "Nothing of this milestone was released, so that nothing of it would stay.",
    notDone: nothing,
    todo: "Roll a part of it, or return it to the brand.",
  },
  "remainder.target_missing": {
    happened: "No milestone was chosen to roll it into.",
    notDone: nothing,
    todo: "Choose one that still lacks money.",
  },
  "remainder.same_milestone": {
    happened: "That is the milestone the money is in.",
    notDone: nothing,
    todo: "Choose another one.",
  },
  "remainder.target_elsewhere": {
    happened: "That milestone belongs to another partnership or has another currency.",
    notDone: nothing,
    todo: "Choose one of the same partnership.",
  },
  "remainder.target_closed": {
    happened: "That milestone is not agreed yet, or its work is accepted or over.",
    notDone: nothing,
    todo: "Choose one that is agreed and unfinished.",
  },
  "remainder.terms_differ": {
    happened: "That milestone was agreed with another platform fee, or another side bears it.",
    notDone: nothing,
    todo: "Choose one on the same terms, or return the money and fund the other one anew.",
  },
  "remainder.money_on_hold": {
    happened: "A bank has taken money of this back, and it has not been made good.",
    notDone: nothing,
    todo: "Wait until the hold has ended; the milestone's page says what it waits for.",
  },
  "remainder.refund_under_way": {
    happened: "Money of this milestone is already on its way back to the brand.",
    notDone: nothing,
    todo: "Wait until it has arrived; both of you are told.",
  },
  "remainder.release_under_way": {
    happened: "A part that was released has not arrived at the producer yet.",
    notDone: "Nothing was agreed or moved; the offer stays open.",
    todo: "Try again in a moment; it usually takes seconds.",
  },
  "refund.not_found": {
    happened: "This refund is not known.",
    notDone: "Nothing was changed.",
    todo: "Reload the page.",
  },
  "refund.amount_mismatch": {
    happened: "The payment provider returned another amount than was asked for.",
    notDone: "Nothing was written.",
    todo: "The operator has been told.",
  },
  "funding.refund_under_way": {
    happened: "A refund of this payment is under way.",
    notDone: "Nothing was changed yet.",
    todo: "It is tried again by itself.",
  },
};
