/** What is taken of one charge: of the amount that is held, and of the fee beside it. */
export interface ChargePart {
  readonly fundingId: string;
  readonly amount: bigint;
  readonly fee: bigint;
}
