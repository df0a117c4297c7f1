/** The payment provider, as the one who caused a change of a payout. */
export const provider = {
  kind: "provider",
  name: "Stripe",
  userId: null,
  organizationId: null,
  ip: null,
  requestId: null,
} as const;
