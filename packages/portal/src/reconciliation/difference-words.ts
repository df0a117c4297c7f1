import type { DifferenceKind } from "@evenshare/domain";

export interface DifferenceWords {
  /** What is wrong. */
  readonly word: string;
  /** What that means, and what happens next. */
  readonly next: string;
}

const ours = "The platform has been alarmed and looks into it.";

const words: Record<DifferenceKind, DifferenceWords> = {
  missing_at_provider: {
    word: "Not at Stripe",
    next: `Recorded here, but Stripe does not know it. ${ours} If you see it on your bank statement, send us the date.`,
  },
  missing_in_ledger: {
    word: "Not recorded here",
    next: `Stripe moved money that is not recorded here. ${ours}`,
  },
  unconfirmed: {
    word: "Confirmation is late",
    next: "Stripe has done it, and the confirmation has not come through for over an hour. It is asked for again by itself; there is nothing you need to do.",
  },
  duplicate_at_provider: {
    word: "Twice at Stripe",
    next: `Stripe did this more than once. ${ours} What was moved too often is taken back.`,
  },
  duplicate_in_ledger: {
    word: "Recorded twice",
    next: `Recorded here more than once, while Stripe moved the money once. ${ours}`,
  },
  amount_differs: {
    word: "Another amount",
    next: `The amounts are not the same. ${ours} Compare both with what was agreed.`,
  },
  fee_differs: {
    word: "Another processing fee",
    next: "Stripe kept another fee than recorded. The platform bears it: your amounts are right, and there is nothing you need to do.",
  },
  currency_differs: {
    word: "Another currency",
    next: `Stripe booked it in another currency. ${ours}`,
  },
  wrong_direction: {
    word: "The wrong way",
    next: `The money went the other way at Stripe. ${ours}`,
  },
  wrong_account: {
    word: "Another account",
    next: `The money moved on another account at Stripe than meant. ${ours}`,
  },
  wrong_operation: {
    word: "Another payment's number",
    next: `Stripe files it under another payment than we do; the amounts agree. ${ours}`,
  },
  balance_differs: {
    word: "The balance does not add up",
    next: `What Stripe says the account holds is not the sum of its movements. ${ours}`,
  },
};

export function differenceWords(kind: DifferenceKind): DifferenceWords {
  return words[kind];
}
