import type { MessageData, MessageTemplate, OrganizationKind, Role } from "@evenshare/domain";

/** How the organization looks in whose name a mail goes out. */
export interface MailSender {
  readonly name: string;
  /** #rrggbb; null: the portal's own. */
  readonly accent: string | null;
  readonly logo: {
    readonly contentType: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  } | null;
}

/** The domain an organization has verified, and the key that signs for it. It is passed on to nobody. */
export interface SendingDomain {
  /** As it stands beside the address. */
  readonly name: string;
  readonly address: string;
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** A picture that travels in the mail itself. */
export interface InlineImage {
  readonly cid: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface MailToRender {
  readonly template: MessageTemplate;
  readonly data: MessageData;
  readonly recipient: {
    readonly name: string;
    readonly email: string;
    readonly side: OrganizationKind;
    /** The role because of which the mail is sent: it says so. Without it every role that gets such mails is named. */
    readonly role?: Role;
  };
  /** What the link is worth by which its reader chooses mails about work; those mails alone have one. */
  readonly choicesToken?: string | undefined;
  /** Without one it is the platform that writes. */
  readonly sender?: MailSender | undefined;
}

/** A mail in words: text first-class, HTML beside it. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a mail reader's own "unsubscribe" posts to (RFC 8058). */
  readonly unsubscribeUrl?: string | undefined;
  /** What the HTML shows by `cid:` addresses. */
  readonly images?: readonly InlineImage[] | undefined;
}

export interface OutgoingMail extends RenderedMail {
  /** Stable per mail, so that a mail server or reader that sees it twice can tell. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly email: string };
  /** Without one it comes from the platform's address. */
  readonly from?: SendingDomain | undefined;
}

export type MailOutcome =
  | { readonly kind: "accepted"; readonly response: string }
  /** The server will never take it (5xx). */
  | { readonly kind: "refused"; readonly reason: string }
  /** Not taken now (4xx, no connection); trying again is safe. */
  | { readonly kind: "later"; readonly reason: string }
  /** The connection was lost after the message had been handed over: it may have been taken. */
  | { readonly kind: "unknown"; readonly reason: string };

export interface Mailer {
  render(mail: MailToRender): Promise<RenderedMail>;
  send(mail: OutgoingMail): Promise<MailOutcome>;
}
