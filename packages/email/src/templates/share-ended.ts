import { z } from "zod";
import { defineTemplate } from "./define-template";
import { openShare, shareFacts, shareFields } from "./share";

const whys = {
  withdrawn: "The brand took it back.",
  declined: "Another party declined it.",
} as const;

/** To payees: a proposed version is over without them, and nothing of it counts. */
export const shareEnded = defineTemplate({
  template: "share.ended",
  kind: "money",
  data: z.object({
    ...shareFields,
    reason: z.enum(["withdrawn", "declined"], { error: "is not why a proposal ends" }),
  }),
  producer: (facts) => ({
    subject: `The proposal is over: ${facts.shareTitle.short}`,
    preview: `${whys[facts.reason]} Nothing of it counts.`,
    status: { tone: "accent", word: "Ended" },
    heading: "The proposed revenue share is over",
    lead: [`${whys[facts.reason]} Nothing of this version counts. What was in force before stays so.`],
    facts: shareFacts(facts),
    next: [`${facts.brandName.short} can propose other terms; you are told by mail.`],
    button: openShare(facts),
  }),
});
