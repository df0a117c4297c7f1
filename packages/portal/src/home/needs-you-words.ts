import type { views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

export type NeedsYouItem = views.BrandHomeView["needsYou"][number];

interface NeedWords {
  /** Before the title: "Review". */
  readonly verb: string;
  readonly tone: StatusTone;
  /** Before the instant at which something happens by itself. */
  readonly due: string;
}

const words: Record<NeedsYouItem["action"], NeedWords> = {
  review: { verb: "Review", tone: "waiting", due: "releases" },
  approve: { verb: "Approve", tone: "waiting", due: "waits until" },
  fund: { verb: "Fund", tone: "held", due: "due" },
  repay: { verb: "Repay", tone: "risk", due: "due" },
  agree: { verb: "Agree to", tone: "active", due: "due" },
  accept_agreement: { verb: "Accept the agreement", tone: "active", due: "due" },
  start: { verb: "Start", tone: "active", due: "due" },
  submit: { verb: "Submit", tone: "active", due: "due" },
  revise: { verb: "Revise", tone: "waiting", due: "due" },
  onboard: { verb: "Set up payouts", tone: "risk", due: "due" },
  propose: { verb: "Finish and propose", tone: "neutral", due: "due" },
  answer_share: { verb: "Answer the revenue share", tone: "active", due: "due" },
  fix_payout: { verb: "Repair the payout", tone: "risk", due: "due" },
};

export function needWords(action: NeedsYouItem["action"]): NeedWords {
  return words[action];
}

/** Where something that needs the reader is done. */
export function needHref({ action, milestoneId, partnershipId, shareId }: NeedsYouItem): string {
  if (shareId !== undefined) return `/shares/${shareId}`;
  if (action === "onboard") return "/onboarding";
  if (action === "approve" && milestoneId === null) return "/approvals";
  if (action === "fix_payout") return "/payouts";
  if (action === "submit" || action === "revise")
    return milestoneId ? `/milestones/${milestoneId}/submit` : "/milestones";
  if (milestoneId === null)
    return `/partnerships/${partnershipId}${action === "accept_agreement" ? "/agreement" : ""}`;
  return `/milestones/${milestoneId}`;
}
