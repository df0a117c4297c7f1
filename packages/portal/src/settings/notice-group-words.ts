import type { ChosenGroup } from "@evenshare/domain";

/** What each group of events is about. */
export const groupWords: Readonly<Record<ChosenGroup, { readonly label: string; readonly about: string }>> = {
  partnership: { label: "Partnerships", about: "A partnership is started; an agreement is accepted." },
  milestone: { label: "Milestones", about: "One is proposed, declined, agreed; work on it starts." },
  review: { label: "Delivery and review", about: "Work is submitted; changes are asked for." },
  money: {
    label: "Money and release dates",
    about:
      "Money is held or released, a payment fails, a release waits or needs a second person, a review window is about to end.",
  },
  payout: {
    label: "Payouts",
    about:
      "One is sent, has arrived or has failed; the payout account is ready, changed, or needs something.",
  },
  organization: { label: "Your organization", about: "Its mail domain is lost." },
};

/** Why mail about money cannot be switched off. */
export const whyLocked =
  "Mail about money and about your organization's own set-up is always sent: it is your record of what was held, released, paid and changed, and it reaches you even if nobody opens this portal.";
