import type { OrganizationKind, PayeeBlock } from "@evenshare/domain";

const toBrand: Record<PayeeBlock, string> = {
  no_account: "has not set up payouts yet",
  onboarding_incomplete: "has not finished setting up payouts",
  transfers_inactive:
    "cannot receive transfers at the moment: the payment provider needs something from them",
  account_closed: "has no open payout account",
  disconnected: "has disconnected its payout account",
};

const toProducer: Record<PayeeBlock, string> = {
  no_account: "You have not set up payouts yet.",
  onboarding_incomplete: "Your payout account is not finished.",
  transfers_inactive:
    "Your payout account cannot receive transfers at the moment: the payment provider needs something from you.",
  account_closed: "Your payout account is closed.",
  disconnected: "Your payout account was disconnected.",
};

/** Why a release waits, in a sentence for one side. What is not a known block is the provider's own wording. */
export function blockedReasonWords(
  reason: string | null,
  side: OrganizationKind,
  producerName: string,
): string {
  if (reason === null) return "The payment provider has not said why.";
  if (!isPayeeBlock(reason)) return reason.endsWith(".") ? reason : `${reason}.`;
  return side === "producer" ? toProducer[reason] : `${producerName} ${toBrand[reason]}.`;
}

/** Whether the producer can put it right on its own payout page. */
export function isPayeeBlock(reason: string | null): reason is PayeeBlock {
  return reason !== null && Object.hasOwn(toBrand, reason);
}
