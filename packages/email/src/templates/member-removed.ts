import { z } from "zod";
import type { MailContent } from "../content/mail-content";
import { defineTemplate } from "./define-template";
import { id, name, roleName } from "./fields";

const data = z.object({ organizationId: id, organizationName: name, personName: name, role: roleName });

/** Somebody was taken out of an organization by one of its owners. */
export const memberRemoved = defineTemplate({
  template: "member.removed",
  kind: "access",
  data,
  brand: compose,
  producer: compose,
});

function compose({ organizationName, personName, role }: z.output<typeof data>): MailContent {
  return {
    subject: `You no longer work for ${organizationName.short}`,
    preview: `${personName.short} has ended your access.`,
    status: { tone: "accent", word: "Access ended" },
    heading: `Your access to ${organizationName.short} has ended`,
    lead: [
      `${personName.short}, an owner of ${organizationName.short}, has removed you from the organization. You can neither see nor do anything there any more.`,
    ],
    facts: [
      { label: "Organization", value: organizationName.full },
      { label: "Your role was", value: role },
      { label: "Removed by", value: personName.full },
    ],
    next: [
      "Your account stays, and so do your other organizations. What you did is kept in the audit trail of those it concerned.",
      `If this was a mistake, ask ${personName.short} to invite you again.`,
    ],
    button: { label: "Open Evenshare", path: "/" },
    because: `You get this mail because you held the role ${role} at ${organizationName.short}. It is sent once.`,
  };
}
