import type { views } from "@evenshare/domain";

const reasons: Record<views.HoldView["reason"], string> = {
  bank_debit_returned: "A bank debit was returned",
  card_payment_disputed: "A card payment is disputed",
};

/** What happened, as the heading of a hold. */
export function holdReasonWords(reason: views.HoldView["reason"]): string {
  return reasons[reason];
}

const owners: Record<views.HoldView["ownerKind"], string> = {
  provider: "the payment provider, for the brand's bank",
  operator: "the platform's operator",
  person: "a person",
};

/** Who put a hold in place. */
export function holdOwnerWords({ ownerKind, ownerName }: views.HoldView): string {
  return `${ownerName}, ${owners[ownerKind]}`;
}
