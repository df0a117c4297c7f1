import { z } from "zod";
import { formatDay } from "../words/dates";
import { defineTemplate } from "./define-template";
import { openShare, shareFacts, shareFields } from "./share";

const data = z.object(shareFields);

/** To everybody: all parties have accepted, it counts from its day on. */
export const shareActive = defineTemplate({
  template: "share.active",
  kind: "money",
  data,
  brand: active,
  producer: active,
});

function active(facts: z.output<typeof data>) {
  const from = formatDay(facts.startsOn);
  return {
    subject: `Active: the revenue share ${facts.shareTitle.short}`,
    preview: `All parties have accepted. It takes effect on ${from}.`,
    status: { tone: "released" as const, word: "Active" },
    heading: "The revenue share is active",
    lead: [`All parties have accepted version ${facts.version}. It takes effect on ${from}.`],
    facts: shareFacts(facts),
    next: ["There is nothing for you to do. Periods before that day stay as they were."],
    button: openShare(facts),
  };
}
