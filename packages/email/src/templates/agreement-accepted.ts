import { z } from "zod";
import type { Fact } from "../content/mail-content";
import type { ShownName } from "../words/literal";
import { defineTemplate } from "./define-template";
import { partnershipFact } from "./facts";
import { count, optional, partnershipFields } from "./fields";
import { partnershipPage } from "./pages";

/** Both sides have accepted an agreement version; milestones can be agreed from now on. */
export const agreementAccepted = defineTemplate({
  template: "agreement.accepted",
  kind: "work",
  data: z.object({ ...partnershipFields, version: optional(count) }),
  brand: (facts) => ({
    ...common(facts),
    next: [
      `Propose a milestone to ${facts.producerName.short}: what is to be done, by which criteria, and for how much.`,
    ],
  }),
  producer: (facts) => ({
    ...common(facts),
    next: [
      `Agree a milestone with ${facts.brandName.short}: what is to be done, by which criteria, and for how much. Wait with the work until you get the mail that its money is held.`,
    ],
  }),
});

interface Facts {
  readonly partnershipId: string;
  readonly partnershipTitle: ShownName;
  readonly brandName: ShownName;
  readonly producerName: ShownName;
  readonly version?: number | undefined;
}

function common(facts: Facts) {
  const version: Fact[] =
    facts.version === undefined ? [] : [{ label: "Agreement", value: `Version ${facts.version}` }];
  return {
    subject: `Agreement accepted: ${facts.partnershipTitle.short}`,
    preview: "Both sides have accepted the agreement. Milestones can be agreed from now on.",
    status: { tone: "accent" as const, word: "In force" },
    heading: "The agreement is in force",
    lead: [
      `${facts.brandName.short} and ${facts.producerName.short} have both accepted the agreement. Milestones agreed from now on follow it.`,
    ],
    facts: [...version, partnershipFact(facts)],
    button: { label: "Open the partnership", path: partnershipPage(facts.partnershipId) },
  };
}
