import type { PaidWith } from "@evenshare/domain";

/** The provider's codes for why a bank took money back, in words. */
const reasons: Readonly<Record<string, string>> = {
  bank_cannot_process: "The bank cannot process the debit.",
  debit_not_authorized: "The account's holder told the bank that the debit was not authorized.",
  duplicate: "The payer says that it was charged twice.",
  fraudulent: "The payer says that it did not make this payment.",
  incorrect_account_details: "The account details were wrong.",
  insufficient_funds: "There was not enough money in the bank account.",
  product_not_received: "The payer says that nothing was delivered.",
  product_unacceptable: "The payer says that what was delivered is not what was agreed.",
  subscription_canceled: "The payer says that the payment had been cancelled.",
  unrecognized: "The payer does not recognize the payment.",
};

/** Why money was taken back, in one sentence. */
export function returnReason(method: PaidWith["kind"], code: string): string {
  const said = reasons[code] ?? "The bank gave no further reason.";
  return method === "us_bank_account"
    ? `The bank returned the debit after it had been paid. ${said}`
    : `The payment was disputed at the bank. ${said}`;
}
