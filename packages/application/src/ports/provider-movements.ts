import type { CurrencyCode } from "@evenshare/domain";

/** A movement on an account at the payment provider (a balance transaction), in minor units of its currency. */
export interface ProviderMovement {
  readonly id: string;
  /** The provider's word for it: `charge`, `transfer`, `payout`, … */
  readonly type: string;
  readonly amount: bigint;
  /** What the provider keeps of it. */
  readonly fee: bigint;
  readonly net: bigint;
  readonly currency: CurrencyCode;
  /** The charge, transfer, payout, refund or dispute that moved the money. */
  readonly sourceId: string | null;
  /** The operation of ours that the source names. */
  readonly operationId: string | null;
  /** The transfer that money arrived by, or the charge that a refund or dispute is about. */
  readonly originId: string | null;
  readonly createdAt: Date;
  readonly availableOn: Date;
}

/** Which movements: of one account (null: the platform's), made from an instant on and before another, newest first. */
export interface MovementsRequest {
  readonly accountId: string | null;
  readonly from: Date;
  readonly before: Date;
  /** The last movement of the page before this one. */
  readonly after: string | null;
}

export interface MovementsPage {
  readonly movements: readonly ProviderMovement[];
  /** Where the next page goes on; null after the last. */
  readonly next: string | null;
}
