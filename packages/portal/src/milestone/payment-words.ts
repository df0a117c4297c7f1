import type { views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

type Release = views.MilestoneView["releases"][number];
type Funding = views.MilestoneView["fundings"][number];
type PayoutStatus = views.PayoutRow["status"];

interface Words {
  readonly word: string;
  readonly tone: StatusTone;
}

const triggers: Record<Release["trigger"], string> = {
  accepted: "accepted by the brand",
  review_expired: "review window over",
  part: "a part, by the brand",
  late_funding: "funded after acceptance",
};

export function triggerWords(trigger: Release["trigger"]): string {
  return triggers[trigger];
}

const transfers: Record<Release["transferStatus"], Words> = {
  pending: { word: "Transfer on its way", tone: "inFlight" },
  unknown: { word: "Waiting for the provider's word", tone: "waiting" },
  blocked: { word: "Transfer waits", tone: "risk" },
  confirmed: { word: "With the producer", tone: "released" },
};

const payouts: Record<PayoutStatus, Words> = {
  waiting: { word: "Payout being prepared", tone: "inFlight" },
  unknown: { word: "Waiting for the provider's word", tone: "waiting" },
  in_transit: { word: "On the way to the bank", tone: "inFlight" },
  paid: { word: "At the bank", tone: "paid" },
  failed: { word: "Refused by the bank", tone: "risk" },
};

export function payoutWords(status: PayoutStatus): Words {
  return payouts[status];
}

/** Where a release's money is: the payout speaks once there is one. */
export function releaseWords({ transferStatus, payout }: Release): Words {
  return payout !== null && transferStatus === "confirmed"
    ? payouts[payout.status]
    : transfers[transferStatus];
}

const fundings: Record<Funding["status"], Words> = {
  opened: { word: "Payment page open", tone: "neutral" },
  processing: { word: "Being processed", tone: "inFlight" },
  succeeded: { word: "Paid in", tone: "held" },
  failed: { word: "Failed", tone: "risk" },
  expired: { word: "Not paid", tone: "neutral" },
};

/** A payment of what the brand owed, not of money to hold. */
export function repaymentWords(status: Funding["status"]): Words {
  return status === "succeeded" ? { word: "Repaid", tone: "released" } : fundings[status];
}

export function fundingWords(status: Funding["status"]): Words {
  return fundings[status];
}
