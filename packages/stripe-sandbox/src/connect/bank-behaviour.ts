/** Stripe's test account numbers and IBAN endings that make a payout fail, with the code it fails with. */
const failing: [ending: string, code: string][] = [
  ["11111116", "no_account"],
  ["11111113", "account_closed"],
  ["22222227", "insufficient_funds"],
  ["33333335", "debit_not_authorized"],
  ["44444440", "invalid_currency"],
  ["0532013001", "no_account"],
  ["0532013002", "account_closed"],
  ["0532013003", "insufficient_funds"],
  ["0532013004", "debit_not_authorized"],
  ["0532013005", "invalid_currency"],
];

/** The failure code payouts to this account number end with; null when they arrive. */
export function failureCodeOf(accountNumber: string): string | null {
  return failing.find(([ending]) => accountNumber.endsWith(ending))?.[1] ?? null;
}

export const payoutFailureMessages: Record<string, string> = {
  account_closed: "The bank account has been closed.",
  could_not_process: "The bank could not process this payout.",
  debit_not_authorized: "Debit transactions are not approved on your bank account.",
  insufficient_funds: "Your Stripe account has insufficient funds to cover the payout.",
  invalid_currency: "The bank was unable to process this payout because of its currency.",
  no_account:
    "The bank account details on file are probably incorrect. No bank account could be found with those details.",
};
