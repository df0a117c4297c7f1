import { type OfferVoidReason, offerVoidReasons } from "@evenshare/domain";
import { z } from "zod";
import { defineTemplate } from "./define-template";
import { openMilestone, remainderFacts, remainderFields, whatWouldHappen } from "./remainder";

const whys = {
  withdrawn: "Whoever made it took it back.",
  amount_changed: "Another amount is held now than it was about.",
  milestone_moved_on: "The milestone has moved on since it was made.",
  target_changed: "The other milestone cannot take the money any more.",
} as const satisfies Record<"withdrawn" | OfferVoidReason, string>;

const data = z.object({
  ...remainderFields,
  reason: z.enum(["withdrawn", ...offerVoidReasons], { error: "is not why an offer ends" }),
});

/** To whom the offer concerned: it is over without an answer, and nothing moved. */
export const remainderEnded = defineTemplate({
  template: "remainder.ended",
  kind: "money",
  data,
  brand: ended,
  producer: ended,
});

function ended(facts: z.output<typeof data>) {
  return {
    subject: `The offer is over: ${facts.milestoneTitle.short}`,
    preview: `${whys[facts.reason]} Nothing moved by it.`,
    status: { tone: "accent", word: "Ended" } as const,
    heading: "The offer is over",
    lead: [`It was to ${whatWouldHappen(facts)}. ${whys[facts.reason]} Nothing moved by it.`],
    facts: remainderFacts(facts),
    next: ["Either side can make another offer while money is held."],
    button: openMilestone(facts),
    saysWhoHolds: true,
  };
}
