import type { FundingUpdate, PaidWith } from "./change";
import type { SnapshotFunding } from "./snapshot";

/** How long a hosted payment page stays open. */
export const fundingOpenMs = 3_600_000;

/** What the payment provider tells of a payment that went through. */
export interface PaymentConfirmed {
  readonly fundingId: string;
  readonly paymentId: string;
  readonly chargeId: string;
  /** All that was charged, fee included, and what the provider kept of it. */
  readonly charged: bigint;
  readonly processingFee: bigint;
  readonly currency: string;
  readonly paidWith: PaidWith | null;
}

/** What is known of a funding once its charge went through. */
export function confirmedFunding(funding: SnapshotFunding, payment: PaymentConfirmed): FundingUpdate {
  return {
    id: funding.id,
    status: "succeeded",
    failureReason: null,
    providerPaymentId: payment.paymentId,
    providerChargeId: payment.chargeId,
    processingFee: payment.processingFee,
    paidWith: payment.paidWith,
  };
}
