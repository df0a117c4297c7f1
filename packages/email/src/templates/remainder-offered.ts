import { z } from "zod";
import { defineTemplate } from "./define-template";
import { name } from "./fields";
import { openMilestone, remainderFacts, remainderFields, whatWouldHappen } from "./remainder";

const data = z.object({ ...remainderFields, makerName: name });
type Facts = z.output<typeof data>;

/** To the side that is asked: the other offers what is to become of held money, and nothing moves without an answer. */
export const remainderOffered = defineTemplate({
  template: "remainder.offered",
  kind: "money",
  data,
  brand: (facts) =>
    offered(facts, facts.producerName.short, [
      facts.remainderKind === "return"
        ? "If you agree, it goes back to what you paid with, with the fee beside it. The provider does not return what it took for charging you; Evenshare bears that."
        : "If you agree, it is held for the other milestone instead; nothing is charged.",
    ]),
  producer: (facts) =>
    offered(facts, facts.brandName.short, [
      "If you agree, this milestone is worth that much less to you.",
      facts.remainderKind === "roll"
        ? "It is held for you in the other milestone instead."
        : "The money goes back to the brand and is held for you no longer.",
    ]),
});

function offered(facts: Facts, other: string, means: readonly string[]) {
  return {
    subject: `Please answer an offer about held money: ${facts.milestoneTitle.short}`,
    preview: `${other} offers to ${whatWouldHappen(facts)}.`,
    status: { tone: "accent", word: "Offered" } as const,
    heading: `${other} offers to ${whatWouldHappen(facts)}`,
    lead: means,
    facts: [...remainderFacts(facts), { label: "Offered by", value: facts.makerName.full }],
    next: ["Agree or decline on the milestone's page. Until you answer the money stays held."],
    button: openMilestone(facts, "Answer the offer"),
    saysWhoHolds: true,
  };
}
