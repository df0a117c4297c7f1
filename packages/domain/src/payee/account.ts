import type { PayeeBlock } from "../milestone/snapshot";

/**
 * How pressing something is that the payment provider asks a producer for: `overdue` pauses the account, `due` must come
 * by the deadline, `checking` was given and is being looked at, `later` will be asked for one day.
 */
export const requirementUrgencies = ["overdue", "due", "checking", "later"] as const;

export interface AccountRequirement {
  /** The provider's own name of the field, such as `individual.verification.document`. */
  readonly field: string;
  readonly urgency: (typeof requirementUrgencies)[number];
  /** Why what was given did not do, in the provider's words. */
  readonly reason: string | null;
}

/** A bank account that payouts of one currency go to. */
export interface PayeeBank {
  /** ISO 4217, upper case; the provider may know more currencies than are offered here. */
  readonly currency: string;
  /** Bank and last digits. */
  readonly label: string;
  /** Whether payouts of this currency go here. */
  readonly isDefault: boolean;
}

/** What is known of a producer's account at the payment provider. */
export interface PayeeAccount {
  readonly payable: boolean;
  readonly block: PayeeBlock | null;
  readonly requirements: readonly AccountRequirement[];
  /** Until when what is due must have come, if the provider says. */
  readonly dueAt: Date | null;
  readonly banks: readonly PayeeBank[];
}

/** Where payouts of a currency go, or null when no bank account takes it. */
export function bankFor(banks: readonly PayeeBank[], currency: string): PayeeBank | null {
  const fitting = banks.filter((bank) => bank.currency === currency);
  return fitting.find(({ isDefault }) => isDefault) ?? fitting[0] ?? null;
}

/** Bank accounts in words, one a line: `GBP: Barclays •••• 6789`. */
export function describeBanks(banks: readonly PayeeBank[]): string {
  return banks.map(({ currency, label }) => `${currency}: ${label}`).join("\n");
}
