import type { InlineImage, MailSender, MailToRender, RenderedMail } from "@evenshare/application";
import { moneyRoles, type OrganizationKind, workRoles } from "@evenshare/domain";
import { render } from "@react-email/render";
import { createElement } from "react";
import { MailPage } from "../layout/mail-page";
import type { MailKind } from "../templates/define-template";
import { mailTemplates } from "../templates/registry";
import { writeText } from "../text/write-text";
import { showName } from "../words/literal";
import { anyOf, whoHolds } from "../words/sentences";
import type { Letter } from "./letter";

export type PortalOrigins = Readonly<Record<OrganizationKind, string>>;

/**
 * Renders a mail as text and as HTML, with a button into the recipient's own portal.
 *
 * @throws MailDataError when a fact that the mail needs is missing or malformed.
 */
export async function renderMail(mail: MailToRender, origins: PortalOrigins): Promise<RenderedMail> {
  const logo = mail.sender === undefined ? undefined : logoOf(mail.sender);
  const letter = writeLetter(mail, origins, logo?.cid);
  const unsubscribeUrl = choicesUrl(mail, origins, "/api/unsubscribe");
  return {
    subject: letter.content.subject,
    text: writeText(letter),
    html: await render(createElement(MailPage, { letter })),
    ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }),
    ...(logo === undefined ? {} : { images: [logo] }),
  };
}

/** An address with the mail's token; none where the mail cannot be switched off, whoever asked for one. */
function choicesUrl(
  { template, choicesToken, recipient }: MailToRender,
  origins: PortalOrigins,
  path: string,
): string | undefined {
  if (choicesToken === undefined || mailTemplates[template].kind !== "work") return undefined;
  const url = new URL(path, origins[recipient.side]);
  url.searchParams.set("token", choicesToken);
  return url.href;
}

const extensions: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
};

/** The same picture has the same id in every mail; it tells nothing of whose it is. */
function logoOf({ logo }: MailSender): InlineImage | undefined {
  const extension = logo === null ? undefined : extensions[logo.contentType];
  if (logo === null || extension === undefined) return undefined;
  const { contentType, sha256, bytes } = logo;
  return { cid: `logo.${sha256.slice(0, 32)}@evenshare`, fileName: `logo.${extension}`, contentType, bytes };
}

function writeLetter(mail: MailToRender, origins: PortalOrigins, logoCid: string | undefined): Letter {
  const { template, data, recipient } = mail;
  const sender = mail.sender && { name: showName(mail.sender.name), accent: mail.sender.accent, logoCid };
  const { kind, compose } = mailTemplates[template];
  const content = compose(data, recipient.side);
  const organization = recipient.side === "brand" ? data.brandName : data.producerName;
  return {
    content,
    side: recipient.side,
    link: new URL(content.button.path, origins[recipient.side]).href,
    sender,
    footer: [
      ...(sender === undefined ? [] : [`${sender.name.short} writes to you through Evenshare.`]),
      ...(content.saysWhoHolds ? [whoHolds] : []),
      content.because ?? whySent(kind, recipient, organization, data.token !== undefined),
      `Sent to ${showName(recipient.name).short} <${showName(recipient.email).short}>.`,
    ],
    choicesLink: choicesUrl(mail, origins, "/mail-choices"),
  };
}

/** Who gets mails of a kind, where it is not known for which role somebody does. */
const rolesOf = { money: moneyRoles, work: workRoles, organization: ["owner"] } as const;

function whySent(
  kind: MailKind,
  { role }: MailToRender["recipient"],
  organization: string | undefined,
  hasLink: boolean,
): string {
  if (kind === "access" && !hasLink) {
    return "You get this mail because something about your account at Evenshare was changed; mails about access to an account are always sent.";
  }
  if (kind === "access") {
    return "You get this mail because this address was entered at Evenshare; mails about access to an account are always sent. If it was not you, leave it: without the link nothing happens.";
  }
  const held = anyOf(role === undefined ? rolesOf[kind] : [role]);
  const because = `You get this mail because you hold the role ${held} at ${organization === undefined ? "your organization" : showName(organization).short}`;
  switch (kind) {
    case "money":
      return `${because}; money mails are always sent and cannot be switched off.`;
    case "organization":
      return `${because}; mails about your organization's settings are always sent.`;
    case "work":
      return `${because}.`;
  }
}
