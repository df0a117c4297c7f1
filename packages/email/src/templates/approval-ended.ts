import { type LapseReason, lapseReasons } from "@evenshare/domain";
import { z } from "zod";
import { approvalData, approvalFacts, settledPage, subjectOf, wanted } from "./approval";
import { defineTemplate } from "./define-template";

const data = approvalData({
  reason: z.enum(lapseReasons, { error: "is no reason for which a request ends" }),
});

/** To the one who asked: the request ended without anybody having decided, why, and what can be done. */
export const approvalEnded = defineTemplate({
  template: "approval.ended",
  kind: "money",
  data,
  brand: ended,
});

const explanations: Record<LapseReason, { readonly why: string; readonly todo: string }> = {
  expired: {
    why: "Nobody decided in time.",
    todo: "Ask again if it is still right, and tell a second person about it.",
  },
  maker_left: {
    why: "Whoever asked may not do it any more.",
    todo: "Somebody who may do it can ask again.",
  },
  amount_changed: {
    why: "Another amount is held by now than when it was asked for.",
    todo: "Look at the milestone as it stands, and ask again with the new amount.",
  },
  milestone_moved_on: {
    why: "The milestone has moved on, and the release is not possible as it was asked for.",
    todo: "Look at the milestone as it stands, and decide again from there.",
  },
  review_ended: {
    why: "The review window ended first: the money goes by itself, as was agreed.",
    todo: "There is nothing left for you to do.",
  },
  limits_changed: {
    why: "The limit was changed meanwhile.",
    todo: "Look at the limits as they stand, and ask again if it is still right.",
  },
};

function ended(facts: z.output<typeof data>) {
  const { why, todo } = explanations[facts.reason];
  return {
    subject: `Your request has ended: ${subjectOf(facts)}`,
    preview: why,
    status: { tone: "accent" as const, word: facts.reason === "expired" ? "Expired" : "Void" },
    heading: "Your request has ended",
    lead: [`You asked ${wanted(facts)}. ${why} Nothing was done by this request.`],
    facts: approvalFacts(facts),
    next: [todo],
    button: { label: "See what became of it", path: settledPage },
  };
}
