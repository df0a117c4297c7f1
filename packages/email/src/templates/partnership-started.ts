import { z } from "zod";
import { defineTemplate } from "./define-template";
import { partnershipFact } from "./facts";
import { partnershipFields } from "./fields";
import { partnershipPage } from "./pages";

/** A brand has opened a partnership; the producer is asked to read the agreement. */
export const partnershipStarted = defineTemplate({
  template: "partnership.started",
  kind: "work",
  data: z.object(partnershipFields),
  brand: (facts) => ({
    subject: `You started a partnership with ${facts.producerName.short}`,
    preview: `${facts.producerName.short} is asked to read and accept the agreement.`,
    status: { tone: "accent", word: "Waiting for acceptance" },
    heading: `You started a partnership with ${facts.producerName.short}`,
    lead: [
      `${facts.producerName.short} is asked to read the agreement and accept it. Until then no milestone can be agreed and no money moves.`,
    ],
    facts: [partnershipFact(facts)],
    next: ["You get a mail as soon as the agreement is accepted. Then you can agree the first milestone."],
    button: { label: "Open the partnership", path: partnershipPage(facts.partnershipId) },
  }),
  producer: (facts) => ({
    subject: `${facts.brandName.short} has started a partnership with you`,
    preview: "Read the agreement. Nothing binds you until you accept it.",
    status: { tone: "accent", word: "Your answer is asked for" },
    heading: `${facts.brandName.short} has started a partnership with you`,
    lead: [
      "The agreement sets how you will work and be paid: the currency, how long work may be reviewed, how many rounds of changes are included, and the platform fee.",
    ],
    facts: [partnershipFact(facts)],
    next: [
      "Read the agreement and accept it. Nothing binds you until you do, and nothing happens by itself.",
    ],
    button: { label: "Read the agreement", path: partnershipPage(facts.partnershipId) },
  }),
});
