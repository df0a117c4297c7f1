/** How a debit of a test bank account ends. Every debit is `processing` first, for days. */
export type DebitOutcome =
  | { kind: "pays" }
  /** Succeeds, and is returned by the bank when the money has long been there. */
  | { kind: "pays_and_is_returned" }
  | { kind: "fails"; code: DebitFailure }
  /** Never ends by itself; the control plane may end it. */
  | { kind: "stays" };

export interface TestBank {
  number: string;
  token: string;
  outcome: DebitOutcome;
}

/** What a bank says to a debit it does not pay, in sentences. */
export const debitFailures = {
  account_closed: "The customer's bank account has been closed.",
  debit_not_authorized: "The customer's bank does not allow debits of this bank account.",
  insufficient_funds: "The customer's bank account has too little money in it for this payment.",
  invalid_currency: "The customer's bank account cannot be debited in this currency.",
  no_account: "The customer's bank account could not be found.",
} as const;
export type DebitFailure = keyof typeof debitFailures;

const fails = (code: DebitFailure): DebitOutcome => ({ kind: "fails", code });

/** The one routing number all of them share. */
export const testRoutingNumber = "110000000";

const testBanks: TestBank[] = [
  { number: "000123456789", token: "pm_usBankAccount_success", outcome: { kind: "pays" } },
  { number: "000111111113", token: "pm_usBankAccount_accountClosed", outcome: fails("account_closed") },
  { number: "000111111116", token: "pm_usBankAccount_noAccount", outcome: fails("no_account") },
  {
    number: "000222222227",
    token: "pm_usBankAccount_insufficientFunds",
    outcome: fails("insufficient_funds"),
  },
  {
    number: "000333333335",
    token: "pm_usBankAccount_debitNotAuthorized",
    outcome: fails("debit_not_authorized"),
  },
  { number: "000444444440", token: "pm_usBankAccount_invalidCurrency", outcome: fails("invalid_currency") },
  { number: "000555555559", token: "pm_usBankAccount_dispute", outcome: { kind: "pays_and_is_returned" } },
  { number: "000000000009", token: "pm_usBankAccount_processing", outcome: { kind: "stays" } },
];

export function bankByToken(token: string): TestBank | undefined {
  return testBanks.find((known) => known.token === token);
}

export function bankByNumber(number: string): TestBank | undefined {
  return testBanks.find((known) => known.number === number);
}
