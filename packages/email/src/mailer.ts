import type { InlineImage, Mailer, MailOutcome, OutgoingMail, SendingDomain } from "@evenshare/application";
import { type PortalOrigins, renderMail } from "./render/render-mail";
import { type Mailbox, parseMailbox, readMailbox, readMessageId } from "./smtp/address";
import { headerText } from "./smtp/header-text";
import { classifyFailure } from "./smtp/outcome";
import { type DkimKey, openTransport, type SmtpTimeouts, signWith } from "./smtp/transport";

export interface MailerSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  /** `Evenshare <mail@example.com>`. */
  readonly from: string;
  readonly replyTo?: string | undefined;
  readonly brandOrigin: string;
  readonly producerOrigin: string;
  readonly dkim?: DkimKey | undefined;
  /** What the Date header says; without it the time of sending. */
  readonly now?: (() => Date) | undefined;
  readonly timeouts?: SmtpTimeouts | undefined;
}

export interface SmtpMailer extends Mailer {
  /** Closes idle connections; a delivery under way is finished first. */
  close(): void;
}

/**
 * The mailer over SMTP. `render` throws MailDataError when facts are missing; `send` never throws: whatever happens
 * is one of the four outcomes.
 *
 * @throws TypeError when `from`, `replyTo` or an origin is not one.
 */
export function createMailer(settings: MailerSettings): SmtpMailer {
  const from = requireMailbox("from", settings.from);
  const replyTo = settings.replyTo === undefined ? undefined : requireMailbox("replyTo", settings.replyTo);
  const origins: PortalOrigins = {
    brand: new URL(settings.brandOrigin).origin,
    producer: new URL(settings.producerOrigin).origin,
  };
  const { transport, wasHandedOver } = openTransport(settings);

  async function send(mail: OutgoingMail): Promise<MailOutcome> {
    const to = readMailbox(mail.to.name, mail.to.email);
    if (to === null) return { kind: "refused", reason: "The recipient's address is not an e-mail address." };
    const messageId = readMessageId(mail.messageId, from);
    if (messageId === null) return { kind: "refused", reason: "The message id is not one." };
    const own = mail.from && readMailbox(mail.from.name, mail.from.address);
    // Bounces come to the platform, whoever writes.
    const envelope = { from: from.address, to: [to.address] };
    try {
      const { response } = await transport.sendMail({
        envelope,
        ...(own && mail.from ? inNameOf(own, mail.from) : { from, replyTo }),
        to,
        messageId,
        date: settings.now?.(),
        subject: headerText(mail.subject),
        text: mail.text,
        html: mail.html,
        attachments: mail.images?.map(attach),
        headers: {
          "Auto-Submitted": "auto-generated",
          "X-Entity-Ref-ID": messageId.slice(1, -1),
          ...unsubscribeHeaders(mail.unsubscribeUrl),
        },
      });
      return { kind: "accepted", response };
    } catch (failure) {
      return classifyFailure(readFailure(failure), wasHandedOver(envelope));
    }
  }

  /** Replies are read by the platform, at the address they always go to; the organization's own may have no mailbox. */
  function inNameOf(own: Mailbox, key: SendingDomain) {
    return { from: own, replyTo: replyTo ?? from, dkim: signWith(key) };
  }

  return {
    render: (mail) => renderMail(mail, origins),
    send,
    close: () => transport.close(),
  };
}

function attach({ cid, fileName, contentType, bytes }: InlineImage) {
  return {
    cid,
    filename: fileName,
    contentType,
    content: Buffer.from(bytes),
    contentDisposition: "inline" as const,
  };
}

/** One click in a mail reader switches such mails off (RFC 8058). The address is ours, so nothing in it needs escaping. */
function unsubscribeHeaders(url: string | undefined): Record<string, string> {
  return url === undefined
    ? {}
    : { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function requireMailbox(setting: string, text: string) {
  const mailbox = parseMailbox(text);
  if (mailbox === null) throw new TypeError(`${setting} is not an e-mail address`);
  return mailbox;
}

function readFailure(failure: unknown) {
  if (!(failure instanceof Error)) return { message: String(failure) };
  return {
    message: failure.message,
    code: "code" in failure ? failure.code : undefined,
    responseCode: "responseCode" in failure ? failure.responseCode : undefined,
  };
}
