import { z } from "zod";
import type { MailContent } from "../content/mail-content";
import { defineTemplate } from "./define-template";
import { deadlineFact } from "./facts";
import { deadlineFields, id, name, roleName } from "./fields";
import { invitationPage } from "./pages";
import { roleWords } from "./role-words";

const data = z.object({
  organizationId: id,
  organizationName: name,
  personName: name,
  role: roleName,
  token: id,
  ...deadlineFields,
});

/** Somebody is asked to join an organization, whether or not they have an account. */
export const organizationInvited = defineTemplate({
  template: "organization.invited",
  kind: "access",
  data,
  brand: compose,
  producer: compose,
});

function compose(facts: z.output<typeof data>): MailContent {
  const { organizationName, personName, role, token } = facts;
  return {
    subject: `${personName.short} invites you to ${organizationName.short}`,
    preview: "The link below is for you alone and works once.",
    status: { tone: "accent", word: "You are invited" },
    heading: `Join ${organizationName.short} on Evenshare`,
    lead: [
      `${personName.short} invites you to work for ${organizationName.short} on Evenshare, ${roleWords[role]}.`,
    ],
    facts: [
      { label: "Organization", value: organizationName.full },
      { label: "Your role", value: role },
      { label: "Invited by", value: personName.full },
      deadlineFact("Open until", facts),
    ],
    next: [
      "Open the link and accept. If you have no account yet, you choose a password there; your address counts as confirmed.",
      "The link is meant for this address. Whoever is signed in with another one cannot accept it.",
    ],
    button: { label: "See the invitation", path: invitationPage(token) },
    because: `You get this mail because ${personName.short} entered your address at Evenshare. If you do not know them, leave it: without the link nothing happens.`,
  };
}
