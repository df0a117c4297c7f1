import { z } from "zod";
import { defineTemplate } from "./define-template";
import { count, name } from "./fields";
import { openShare, shareFacts, shareFields } from "./share";

/** To the brand: one of several payees said yes; it waits for the others. */
export const shareAccepted = defineTemplate({
  template: "share.accepted",
  kind: "money",
  data: z.object({ ...shareFields, producerName: name, waitingFor: count }),
  brand: (facts) => ({
    subject: `${facts.producerName.short} accepted: ${facts.shareTitle.short}`,
    preview: `It waits for ${others(facts.waitingFor)}. Nothing counts until everybody has accepted.`,
    status: { tone: "held", word: "Waiting for others" },
    heading: `${facts.producerName.short} accepted the revenue share`,
    lead: [`It waits for ${others(facts.waitingFor)}. Until everybody has accepted, nothing of it counts.`],
    facts: [...shareFacts(facts), { label: "Accepted by", value: facts.producerName.full }],
    next: ["You are told by mail as soon as it is active, or if somebody declines."],
    button: openShare(facts),
  }),
});

function others(waitingFor: number): string {
  return waitingFor === 1 ? "one more party" : `${waitingFor} more parties`;
}
