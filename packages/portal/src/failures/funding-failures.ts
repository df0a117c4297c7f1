import type { FailureTable } from "./failure-words";

/** What goes wrong with payments that come back, and with holds. */
export const fundingFailures: FailureTable = {
  "funding.contested": {
    happened: "The bank took a payment back and has not decided yet; that money may still return.",
    notDone: "No second payment was begun, so that you do not pay twice.",
    todo: "Wait for the decision, or ask your bank to withdraw the dispute. Fund what is missing beyond it.",
  },
  "funding.processing": {
    happened: "A bank debit is under way for this already; your bank takes days to pay.",
    notDone: "No second payment was begun, so that you do not pay twice.",
    todo: "Wait until it is through; this page shows it. Then fund what is still missing.",
  },
  "funding.not_confirmed": {
    happened: "This payment has not been confirmed yet.",
    notDone: "Nothing was changed.",
    todo: "Wait until the payment provider has confirmed it.",
  },
  "funding.return_final": {
    happened: "The bank's decision about this payment is final.",
    notDone: "Nothing was changed.",
    todo: "Fund the milestone again.",
  },
  "receipt.not_found": {
    happened: "There is no such receipt, or it is not yours.",
    notDone: "Nothing was downloaded.",
    todo: "Open the milestone: receipts stand beside the payments that went through.",
  },
  "payment.declined": ({ detail }) => ({
    happened: `The payment was declined: ${detail("reason") || "the bank gave no reason."}`,
    notDone: "Nothing was charged and nothing is held from it.",
    todo: "Use another payment method, or talk to your bank.",
  }),
  "payment_method.not_found": {
    happened: "This payment method is not here, not yours, or was removed.",
    notDone: "Nothing was charged or changed.",
    todo: "Reload the page and choose another one.",
  },
  "payment_method.limit_exceeded": {
    happened:
      "That is more than may be charged to this payment method this month, or its limit is in another currency.",
    notDone: "Nothing was charged.",
    todo: "Pay on the payment provider's page, or have the limit changed under Payment methods.",
  },
  "repayment.nothing_owed": {
    happened: "Nothing can be repaid here: nothing is owed, or the bank has not decided yet.",
    notDone: "Nothing was charged.",
    todo: "Reload the page to see how things stand.",
  },
  "hold.not_found": {
    happened: "This hold is not here, not yours, or has ended.",
    notDone: "Nothing was sent.",
    todo: "Reload the page to see which holds stand.",
  },
  "hold.appealed_before": {
    happened: "An appeal against this hold was made before.",
    notDone: "Your note was not sent.",
    todo: "Read the note that was sent; it stands beside the reason.",
  },
  "hold.not_appealed": {
    happened: "Nobody has objected to this hold.",
    notDone: "Nothing was answered.",
    todo: "It stands until it ends by itself.",
  },
  "hold.answered_before": {
    happened: "The objection to this hold was answered before.",
    notDone: "Nothing was changed.",
    todo: "Read the answer; it stands beside the objection.",
  },
};
