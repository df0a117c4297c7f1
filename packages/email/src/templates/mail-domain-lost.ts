import { z } from "zod";
import type { MailContent } from "../content/mail-content";
import { defineTemplate } from "./define-template";
import { name, optional, passage } from "./fields";
import { mailDomainPage } from "./pages";

const data = z.object({ domain: name, note: optional(passage) });

/** The records of a mail domain are gone: mails come from the platform's address again. */
export const mailDomainLost = defineTemplate({
  template: "mail_domain.lost",
  kind: "organization",
  data,
  brand: write,
  producer: write,
});

function write({ domain, note }: z.output<typeof data>): MailContent {
  return {
    subject: `Mails no longer come from ${domain.short}`,
    preview: "A DNS record is gone or was changed. They come from Evenshare's address meanwhile.",
    status: { tone: "risk", word: "Mail domain lost" },
    heading: "Mails no longer come from your domain",
    lead: [
      `A DNS record of ${domain.short} that shows receivers that your mails are genuine is gone or was changed. Mails to your partners go on, but come from Evenshare's address.`,
    ],
    facts: [{ label: "Domain", value: domain.full }],
    ...(note === undefined ? {} : { quotes: [{ label: "What the DNS says", lines: note }] }),
    next: [
      "Put the records back as the settings show them, then check again. Mails come from your domain from then on.",
    ],
    button: { label: "See the records", path: mailDomainPage },
  };
}
