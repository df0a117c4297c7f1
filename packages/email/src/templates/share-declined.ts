import { z } from "zod";
import { defineTemplate } from "./define-template";
import { name, passage } from "./fields";
import { openShare, shareFacts, shareFields } from "./share";

/** To the brand: a payee said no, and why. */
export const shareDeclined = defineTemplate({
  template: "share.declined",
  kind: "money",
  data: z.object({ ...shareFields, producerName: name, reason: passage }),
  brand: (facts) => ({
    subject: `${facts.producerName.short} declined: ${facts.shareTitle.short}`,
    preview: "Nothing of it counts. What was in force before stays so.",
    status: { tone: "risk", word: "Declined" },
    heading: `${facts.producerName.short} declined the revenue share`,
    lead: ["Nothing of this version counts. What was in force before stays so."],
    facts: [...shareFacts(facts), { label: "Declined by", value: facts.producerName.full }],
    quotes: [{ label: `Reason given by ${facts.producerName.short}`, lines: facts.reason }],
    next: ["Talk to them; you can propose other terms at any time."],
    button: openShare(facts),
  }),
});
