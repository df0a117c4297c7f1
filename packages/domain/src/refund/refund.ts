import type { CurrencyCode } from "../money/currency";

/**
 * Where a refund stands.
 * - `pending`: decided; not made at the provider yet, or waiting there for balance.
 * - `unknown`: an attempt was made whose end nobody knows; it is looked up before another.
 * - `sent`: the money has left our balance at the provider; the brand's bank has not confirmed it.
 * - `succeeded`: the brand has it.
 * - `failed`: it ended with a reason; the money is held again.
 */
export const refundStatuses = ["pending", "unknown", "sent", "succeeded", "failed"] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** Why money goes back to the brand. A later part adds its own causes. */
export const refundCauses = ["remainder"] as const;
export type RefundCause = (typeof refundCauses)[number];

/** Money of one charge that goes back to the brand. `amount` had been held, `fee` lay beside it. */
export interface SnapshotRefund {
  readonly id: string;
  readonly fundingId: string;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly status: RefundStatus;
  /** Why it failed, or what it waits for. */
  readonly reason: string | null;
}

export interface RefundDraft {
  readonly id: string;
  readonly cause: RefundCause;
  readonly fundingId: string;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly currency: CurrencyCode;
}

/** What became known of a refund. Absent keys stay as they are. */
export interface RefundUpdate {
  readonly id: string;
  readonly fundingId: string;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly status: RefundStatus;
  readonly providerRefundId?: string;
  readonly reason?: string | null;
}

/** Whether the money is still on its way: decided, and neither arrived nor held again. */
export function isUnderWay({ status }: Pick<SnapshotRefund, "status">): boolean {
  return status === "pending" || status === "unknown" || status === "sent";
}
