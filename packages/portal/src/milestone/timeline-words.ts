import type { MilestoneEvent, views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

interface EventWords {
  readonly title: string;
  readonly tone: StatusTone;
}

/** Every event in words, as the timeline writes it. */
const words: Record<MilestoneEvent, EventWords> = {
  propose: { title: "Proposed", tone: "waiting" },
  withdraw: { title: "Withdrawn", tone: "neutral" },
  decline: { title: "Declined", tone: "risk" },
  agree: { title: "Agreed", tone: "active" },
  fund_part: { title: "Partly funded", tone: "held" },
  fund_full: { title: "Fully funded", tone: "held" },
  fail_funding: { title: "Funding failed", tone: "risk" },
  start: { title: "Work started", tone: "active" },
  submit: { title: "Work submitted", tone: "waiting" },
  request_revision: { title: "Changes asked for", tone: "waiting" },
  resume: { title: "Work resumed", tone: "active" },
  accept: { title: "Accepted", tone: "released" },
  begin_release: { title: "Release begun", tone: "inFlight" },
  block_release: { title: "Release waits", tone: "risk" },
  complete_release: { title: "Released", tone: "released" },
  await_funding: { title: "Held part released, the rest awaits funding", tone: "held" },
  release_part: { title: "A part released", tone: "released" },
  offer_remainder: { title: "Offered what to do with held money", tone: "waiting" },
  decline_remainder: { title: "Offer declined", tone: "risk" },
  withdraw_remainder: { title: "Offer withdrawn", tone: "neutral" },
  roll_out: { title: "Rolled into another milestone", tone: "held" },
  return_part: { title: "A part goes back to the brand", tone: "refunded" },
  begin_refund: { title: "Held money goes back to the brand", tone: "refunded" },
  end_released: { title: "Through: nothing is held any more", tone: "released" },
  fail_refund: { title: "Could not be returned, held again", tone: "risk" },
  request_cancel: { title: "Cancellation asked for", tone: "waiting" },
  agree_cancel: { title: "Cancellation agreed", tone: "refunded" },
  refuse_cancel: { title: "Cancellation refused", tone: "active" },
  complete_refund: { title: "Refunded", tone: "refunded" },
  fall_dormant: { title: "Fell dormant", tone: "risk" },
  release_dormant: { title: "Released after dormancy", tone: "released" },
  refund_dormant: { title: "Refunded after dormancy", tone: "refunded" },
  open_clawback: { title: "Payment disputed at the bank", tone: "risk" },
  win_clawback: { title: "Dispute at the bank won", tone: "released" },
  recover_clawback: { title: "Amount recovered", tone: "refunded" },
  go_negative: { title: "Amount owed back", tone: "risk" },
};

export function eventWords(event: MilestoneEvent): EventWords {
  return words[event];
}

type TimelineEvent = views.MilestoneView["timeline"][number];

/** Who caused an event; the clock and the provider act without a name. */
export function actorWords({ actorKind, actorName }: Pick<TimelineEvent, "actorKind" | "actorName">): string {
  if (actorKind === "clock") return "by the clock";
  if (actorKind === "provider") return "by the payment provider";
  return actorName ?? "someone who has left";
}

const upcoming: Record<views.MilestoneView["upcoming"][number]["kind"], string> = {
  "review.reminder": "Reminder to review",
  "review.release": "Automatic release",
  "release.retry": "Next attempt to release",
  "hold.review": "Next word about the hold",
};

export function upcomingWords(kind: keyof typeof upcoming): string {
  return upcoming[kind];
}
