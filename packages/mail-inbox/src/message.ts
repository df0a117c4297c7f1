import { createHash } from "node:crypto";
import PostalMime, { type Address, type Email } from "postal-mime";
import type { Receipt } from "./mail-store";

/** A mail as the list shows it. One Message-ID is one mail, however often it was received. */
export interface MessageSummary {
  readonly id: string;
  readonly messageId: string | null;
  readonly from: string;
  /** Everybody it was really addressed to, blind copies included. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly snippet: string;
  /** ISO time of each arrival, oldest first; more than one means the sender delivered it again. */
  readonly receivedAt: readonly string[];
  readonly size: number;
}

export interface AttachmentInfo {
  readonly index: number;
  readonly filename: string;
  readonly mimeType: string;
  readonly size: number;
}

/** A whole mail. */
export interface MessageDetail extends MessageSummary {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly AttachmentInfo[];
}

/** An attachment with its bytes. */
export interface AttachmentContent extends AttachmentInfo {
  readonly contentId: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A parsed mail with the bytes of its attachments. */
export interface ParsedMail {
  readonly email: Email;
  readonly attachments: readonly AttachmentContent[];
}

/** Parses a raw mail; one that cannot be parsed has no subject and no body, only its raw text. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const email = await PostalMime.parse(raw).catch(
    (): Email => ({ headers: [], headerLines: [], attachments: [] }),
  );
  const attachments = email.attachments.map((part, index) => {
    const bytes = toBytes(part.content);
    return {
      index,
      filename: part.filename ?? `part-${index + 1}`,
      mimeType: part.mimeType,
      size: bytes.byteLength,
      contentId: part.contentId?.replace(/^<|>$/g, "") ?? null,
      bytes,
    };
  });
  return { email, attachments };
}

/** The summary of one receipt; {@link mergeReceipt} adds later ones of the same mail. */
export function summarise(receipt: Receipt, { email }: ParsedMail, size: number): MessageSummary {
  const text = email.text ?? email.html?.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, " ") ?? "";
  return {
    id: receipt.id,
    messageId: email.messageId ?? null,
    from: email.from ? formatAddress(email.from) : receipt.mailFrom,
    to: receipt.recipients,
    subject: email.subject ?? "",
    snippet: text.replace(/\s+/g, " ").trim().slice(0, 160),
    receivedAt: [receipt.receivedAt],
    size,
  };
}

/** Notes that a mail arrived again. */
export function mergeReceipt(first: MessageSummary, again: Receipt): MessageSummary {
  return {
    ...first,
    to: [...new Set([...first.to, ...again.recipients])],
    receivedAt: [...first.receivedAt, again.receivedAt],
  };
}

/** What makes two receipts the same mail: the Message-ID, or, without one, nothing. */
export function identity(receipt: Receipt, { email }: ParsedMail): string {
  return email.messageId ? createHash("sha256").update(email.messageId).digest("hex") : receipt.id;
}

/** Adds headers and bodies to a summary. */
export function describe(summary: MessageSummary, { email, attachments }: ParsedMail): MessageDetail {
  return {
    ...summary,
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    text: email.text ?? null,
    html: email.html ?? null,
    attachments: attachments.map(({ index, filename, mimeType, size }) => ({
      index,
      filename,
      mimeType,
      size,
    })),
  };
}

function formatAddress(address: Address): string {
  if (address.group) return address.name;
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

function toBytes(content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return new Uint8Array(content);
}
