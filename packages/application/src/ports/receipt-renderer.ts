import type { CurrencyCode, FundingPurpose } from "@evenshare/domain";

/** What a receipt says: the facts of one payment that went through, names and titles as they were then. */
export interface ReceiptFacts {
  /** Counted per brand without a gap. */
  readonly number: bigint;
  readonly issuedAt: Date;
  /** The agreement's zone, in which the date is written. */
  readonly timeZone: string;
  readonly brandName: string;
  readonly producerName: string;
  readonly partnershipTitle: string;
  readonly milestoneTitle: string;
  readonly purpose: FundingPurpose;
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly paidWith: { readonly label: string; readonly last4: string } | null;
  /** The provider's own name of the payment. */
  readonly reference: string;
  readonly fundingId: string;
}

/** A receipt as a PDF: the same facts give the same bytes. */
export type RenderReceipt = (facts: ReceiptFacts) => Uint8Array;
