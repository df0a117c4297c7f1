import { nameFact, type Teller } from "./notice-facts";

/** What changes about an organization's own set-up. */
export const organizationTellers = {
  "mail_domain.lost": (facts) => ({
    title: `Mails no longer come from ${nameFact(facts, "domain", "your domain")}`,
    line: "A DNS record is gone or was changed. They come from Evenshare's address until it is back.",
    href: "/settings/mail-domain",
  }),
} as const satisfies Record<string, Teller>;
