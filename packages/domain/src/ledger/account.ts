import type { CurrencyCode } from "../money/currency";

/**
 * The chart of accounts. Debits are positive, credits negative. `owner` says whose id stands in the account's code.
 * `floor: "never_negative"` accounts carry a locked balance row; `summed` ones are added up when asked, so that one
 * account that everyone touches does not serialize the platform.
 */
export const accountKinds = {
  /** Asset: our balance at the payment provider. */
  provider_platform: { side: "debit", owner: "platform", balance: "summed" },
  /** Asset: a producer's balance at the payment provider. */
  provider_producer: { side: "debit", owner: "organization", balance: "summed" },
  /** Asset: on the way from the provider to the producer's bank. */
  payout_in_transit: { side: "debit", owner: "organization", balance: "summed" },
  /** Liability: held for one milestone. */
  milestone_held: { side: "credit", owner: "milestone", balance: "never_negative" },
  /** Liability: the brand's fee beside the held amount, earned release by release. */
  milestone_fee_held: { side: "credit", owner: "milestone", balance: "never_negative" },
  /** Liability: released here, transfer not yet confirmed by the provider. */
  milestone_in_flight: { side: "credit", owner: "milestone", balance: "never_negative" },
  /** Liability: decided to go back to the brand, not yet booked by the provider. */
  milestone_refunding: { side: "credit", owner: "milestone", balance: "never_negative" },
  /** Liability: arrived at the producer's provider account, not yet in its bank. */
  producer_due: { side: "credit", owner: "organization", balance: "summed" },
  /** Asset: what the brand owes because its bank took back money that had been released already. */
  brand_receivable: { side: "debit", owner: "milestone", balance: "never_negative" },
  /** Income: platform fees earned. */
  platform_fees: { side: "credit", owner: "platform", balance: "summed" },
  /** Expense: what the provider takes for charging the brand; borne by the platform. */
  processing_fees: { side: "debit", owner: "platform", balance: "summed" },
} as const satisfies Record<string, AccountKindRule>;

interface AccountKindRule {
  readonly side: "debit" | "credit";
  readonly owner: "platform" | "organization" | "milestone";
  readonly balance: "summed" | "never_negative";
}

export type AccountKind = keyof typeof accountKinds;

/** One account: its kind, the id of its owner (`platform` for the platform's own) and a currency. */
export interface AccountRef {
  readonly kind: AccountKind;
  readonly ownerId: string;
  readonly currency: CurrencyCode;
}

export const platformOwner = "platform";

/** @example accountCode({ kind: "milestone_held", ownerId: "0198…", currency: "GBP" }) // "milestone_held:0198…:GBP" */
export function accountCode({ kind, ownerId, currency }: AccountRef): string {
  return `${kind}:${ownerId}:${currency}`;
}
