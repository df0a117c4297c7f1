/** Why a bank sent a payout back, in words, and what the producer can do (provider failure codes). */
const causes: Readonly<Record<string, { readonly reason: string; readonly fix: string }>> = {
  account_closed: {
    reason: "The bank account is closed.",
    fix: "Enter another bank account with Stripe; the payout is tried again by itself.",
  },
  /** Our own: the producer took our access away before the payout was made. */
  account_disconnected: {
    reason: "Your Stripe account was disconnected from Evenshare before this could be paid out.",
    fix: "The money lies in your Stripe account: pay it out from Stripe's own dashboard, or connect the same account again and the payout is made.",
  },
  account_frozen: {
    reason: "The bank account is frozen.",
    fix: "Ask your bank, or enter another bank account with Stripe.",
  },
  bank_account_restricted: {
    reason: "The bank account does not accept this kind of payment.",
    fix: "Ask your bank, or enter another bank account with Stripe.",
  },
  could_not_process: {
    reason: "The bank could not process the payout.",
    fix: "Check the bank account with Stripe; the payout is tried again by itself.",
  },
  debit_not_authorized: {
    reason: "The bank did not allow the payment.",
    fix: "Ask your bank to allow payments from Stripe.",
  },
  incorrect_account_holder_name: {
    reason: "The account holder's name does not match.",
    fix: "Correct the name of the account holder with Stripe.",
  },
  invalid_account_number: {
    reason: "The account number is not valid.",
    fix: "Correct the account number with Stripe.",
  },
  invalid_currency: {
    reason: "The bank account does not take this currency.",
    fix: "Enter a bank account in this currency with Stripe.",
  },
  no_account: {
    reason: "The bank could not find the account.",
    fix: "Correct the bank account with Stripe.",
  },
};

/** A reason and a remedy for a failed payout; unknown codes keep the provider's own words. */
export function explainPayoutFailure(
  code: string | null,
  words: string | null,
): { reason: string; fix: string } {
  const known = code === null ? undefined : causes[code];
  return (
    known ?? {
      reason: words ?? "The bank sent the payout back without saying why.",
      fix: "Check your bank account with Stripe; the payout is tried again when it changes.",
    }
  );
}
