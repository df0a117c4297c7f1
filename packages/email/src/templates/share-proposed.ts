import { z } from "zod";
import { defineTemplate } from "./define-template";
import { name } from "./fields";
import { openShare, shareFacts, shareFields } from "./share";

/** To a producer: a brand proposes terms by which revenue is shared, and nothing counts without an answer. */
export const shareProposed = defineTemplate({
  template: "share.proposed",
  kind: "money",
  data: z.object({ ...shareFields, makerName: name }),
  producer: (facts) => ({
    subject: `Please answer: ${facts.brandName.short} proposes a revenue share`,
    preview: `“${facts.shareTitle.short}”. Nothing counts until everybody has accepted.`,
    status: { tone: "accent", word: "Your answer is asked for" },
    heading: `${facts.brandName.short} proposes a revenue share`,
    lead: [
      "The agreement says which revenue is shared, what is taken off first, what each party gets, and when statements are issued and paid.",
    ],
    facts: [...shareFacts(facts), { label: "Proposed by", value: facts.makerName.full }],
    next: [
      "Read the terms, then accept or decline them with a reason. Nothing of it counts until every party has accepted, and nothing happens by itself.",
    ],
    button: openShare(facts, "Read the terms"),
  }),
});
