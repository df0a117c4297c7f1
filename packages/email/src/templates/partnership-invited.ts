import { z } from "zod";
import type { MailContent } from "../content/mail-content";
import { formatDay } from "../words/dates";
import { defineTemplate } from "./define-template";
import { deadlineFact } from "./facts";
import { day, deadlineFields, id, name } from "./fields";
import { invitationPage } from "./pages";

const data = z.object({
  organizationId: id,
  brandName: name,
  personName: name,
  partnershipTitle: name,
  startsOn: day,
  token: id,
  ...deadlineFields,
});

/** A brand asks a producer into a partnership, whether or not the address has an account. It only ever goes to producers. */
export const partnershipInvited = defineTemplate({
  template: "partnership.invited",
  kind: "access",
  data,
  brand: compose,
  producer: compose,
});

function compose(facts: z.output<typeof data>): MailContent {
  const { brandName, personName, partnershipTitle, startsOn, token } = facts;
  return {
    subject: `${brandName.short} invites you to a partnership`,
    preview: "Read what is proposed. Nothing binds you until you accept the agreement.",
    status: { tone: "accent", word: "Your answer is asked for" },
    heading: `${brandName.short} wants to work with you`,
    lead: [
      `${personName.short} of ${brandName.short} invites you to a partnership on Evenshare: you agree on milestones, the money for each is held before the work begins, and it is released to you when the work is accepted.`,
    ],
    facts: [
      { label: "Title", value: partnershipTitle.full },
      { label: "Brand", value: brandName.full },
      { label: "Invited by", value: personName.full },
      { label: "You earn from", value: formatDay(startsOn) },
      deadlineFact("Open until", facts),
    ],
    next: [
      "Open the link and read the terms. If you have no account yet, you choose a password there and name your organization; your address counts as confirmed.",
      "Accepting the invitation opens the partnership. The agreement is accepted on its own, after you have read it.",
    ],
    button: { label: "Read the invitation", path: invitationPage(token) },
    saysWhoHolds: true,
    because: `You get this mail because ${personName.short} entered your address at Evenshare. If you do not know them, leave it: without the link nothing happens.`,
  };
}
