/** What a movement at the payment provider is to us. `other`: of a kind that no rule here knows. */
export const movementFamilies = [
  "charge",
  "transfer",
  "arrival",
  "payout",
  "payout_return",
  "dispute",
  "dispute_return",
  "balance",
  "other",
] as const;
export type MovementFamily = (typeof movementFamilies)[number];

/** How the ledger and the payment provider can disagree about one movement. */
export const differenceKinds = [
  "missing_at_provider",
  "missing_in_ledger",
  "unconfirmed",
  "duplicate_at_provider",
  "duplicate_in_ledger",
  "amount_differs",
  "fee_differs",
  "currency_differs",
  "wrong_direction",
  "wrong_account",
  "wrong_operation",
  "balance_differs",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Where a movement stands after a comparison. What is in flight is neither agreed nor a difference. */
export const reconciliationStatuses = ["matched", "in_flight", "difference"] as const;
export type ReconciliationStatus = (typeof reconciliationStatuses)[number];

/** For how long the provider may know of a movement that we have not confirmed: its news come late at times. */
export const confirmationToleranceMs = 60 * 60_000;
