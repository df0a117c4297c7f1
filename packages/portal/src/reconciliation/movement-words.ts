import type { OrganizationKind, ReconciliationStatus, views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

type Family = views.ReconciliationRow["family"];

const families: Record<Family, string> = {
  charge: "Payment",
  transfer: "Transfer from the platform",
  arrival: "Arrival in the payout account",
  payout: "Payout to the bank",
  payout_return: "Payout sent back by the bank",
  dispute: "Taken back by the payer's bank",
  dispute_return: "Back from the payer's bank",
  balance: "Balance of the account",
  other: "Another movement",
};

export function movementWords(family: Family): string {
  return families[family];
}

const statuses: Record<ReconciliationStatus, { readonly word: string; readonly tone: StatusTone }> = {
  matched: { word: "Agrees", tone: "released" },
  in_flight: { word: "In flight", tone: "inFlight" },
  difference: { word: "Differs", tone: "risk" },
};

export function statusWords(status: ReconciliationStatus) {
  return statuses[status];
}

const accounts: Readonly<Record<string, Record<OrganizationKind, string>>> = {
  provider_platform: {
    brand: "With Stripe: paid in by you, less what went to producers",
    producer: "With Stripe, on the platform's account",
  },
  milestone_held: { brand: "Held for your milestones", producer: "Held for your milestones" },
  milestone_fee_held: {
    brand: "Your fee beside it, not yet earned",
    producer: "The brand's fee, not yet earned",
  },
  milestone_in_flight: { brand: "Released, in flight", producer: "Released, in flight" },
  platform_fees: { brand: "Fees the platform has earned", producer: "Fees the platform has earned" },
  provider_producer: { brand: "With producers", producer: "In your account with Stripe" },
  payout_in_transit: { brand: "On the way to banks", producer: "On the way to your bank" },
  producer_due: { brand: "Due to producers", producer: "Due to you" },
};

/** An account of the ledger in the reader's words; one that this version does not know by its code. */
export function accountWords(account: string, side: OrganizationKind): string {
  return accounts[account]?.[side] ?? account.replaceAll("_", " ");
}
