import type { views } from "@evenshare/domain";

const words: Record<views.MilestoneAction, string> = {
  edit: "Change the draft",
  propose: "Propose it",
  withdraw: "Withdraw it",
  decline: "Decline",
  agree: "Agree",
  fund: "Fund it",
  repay: "Repay it",
  start: "Start work",
  submit: "Submit work",
  request_revision: "Ask for changes",
  accept: "Review and release",
  release_part: "Release a part",
  offer_remainder: "Roll over or return",
  agree_remainder: "Answer the offer",
  decline_remainder: "Decline the offer",
  withdraw_remainder: "Withdraw the offer",
  approve_release: "Approve the release",
  decline_release: "Decline the release",
  withdraw_release: "Withdraw the request",
};

/** What a step is called in lists and on buttons without an amount. */
export function actionWords(action: views.MilestoneAction): string {
  return words[action];
}
