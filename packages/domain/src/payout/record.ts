import type { EntryDraft } from "../ledger/entry";
import {
  type PayoutFacts,
  payoutFailedEntry,
  payoutPaidEntry,
  payoutReturnedEntry,
  payoutSentEntry,
} from "./postings";

export type PayoutStatus = "waiting" | "unknown" | "in_transit" | "paid" | "failed";

/** A payout as we know it, and what the payment provider says of it now. */
export interface PayoutNews {
  readonly payout: PayoutFacts & { readonly status: PayoutStatus; readonly providerPayoutId: string | null };
  readonly providerPayoutId: string;
  readonly providerStatus: "pending" | "in_transit" | "paid" | "failed" | "canceled";
}

export interface PayoutStep {
  readonly status: "in_transit" | "paid" | "failed";
  /** Whether this is the first we hear of the money having left. */
  readonly firstHeard: boolean;
  readonly entries: readonly EntryDraft[];
}

/**
 * What the provider's news means for a payout; null when it tells nothing new. News may come in any order and more than
 * once, and news of an attempt that was given up says nothing about the present one. A bank can send back what it had
 * taken: then what was paid is due again.
 */
export function recordPayoutNews(news: PayoutNews, newId: () => string): PayoutStep | null {
  const { payout } = news;
  if (payout.status === "failed") return null;
  if (payout.providerPayoutId !== null && payout.providerPayoutId !== news.providerPayoutId) return null;
  const status = statusOf(news);
  if (status === payout.status) return null;
  if (payout.status === "paid") {
    return status === "failed"
      ? { status, firstHeard: false, entries: [payoutReturnedEntry(payout, newId)] }
      : null;
  }
  const firstHeard = payout.status !== "in_transit";
  const entries = firstHeard ? [payoutSentEntry(payout, newId)] : [];
  if (status === "paid") entries.push(payoutPaidEntry(payout, newId));
  if (status === "failed") entries.push(payoutFailedEntry(payout, newId));
  return { status, firstHeard, entries };
}

function statusOf({ providerStatus }: PayoutNews): PayoutStep["status"] {
  if (providerStatus === "paid") return "paid";
  return providerStatus === "failed" || providerStatus === "canceled" ? "failed" : "in_transit";
}
