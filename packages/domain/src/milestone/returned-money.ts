export const fundingPurposes = ["milestone", "repayment"] as const;
/** What a payment of the brand is for: money to hold, or what it owes since its bank took released money back. */
export type FundingPurpose = (typeof fundingPurposes)[number];

/** One payment, or a part of it, that the brand's bank took back. `amount + fee = fromHeld + fromFeeHeld + owed`. */
export interface SnapshotReturn {
  readonly id: string;
  readonly fundingId: string;
  readonly disputeId: string;
  /** The milestone's part and our fee's. */
  readonly amount: bigint;
  readonly fee: bigint;
  readonly fromHeld: bigint;
  readonly fromFeeHeld: bigint;
  readonly owed: bigint;
  /** `contested`: the provider may still decide for the brand's payment; `final`: it stays gone; `restored`: it came back. */
  readonly status: ReturnStatus;
}

export const returnStatuses = ["contested", "final", "restored"] as const;
export type ReturnStatus = (typeof returnStatuses)[number];
