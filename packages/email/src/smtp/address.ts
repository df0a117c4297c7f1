import { showLine, trimTo } from "../words/literal";
import { headerText } from "./header-text";

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const nameLength = 100;
// Anything that could end the address and begin another header, address or command is no part of one.
const local = /^[^\s"(),:;<>@[\\\]\p{Cc}\p{Cf}]{1,64}$/u;
const host = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u;

/** A mailbox that can stand in a header: the name as it is shown, shortened; null when the address is not one. */
export function readMailbox(name: string, email: string): Mailbox | null {
  const at = email.lastIndexOf("@");
  if (at < 1 || !local.test(email.slice(0, at)) || !host.test(email.slice(at + 1))) return null;
  return { name: headerText(trimTo(showLine(name), nameLength)), address: email };
}

/** Reads `mail@example.com` or `Evenshare <mail@example.com>`. */
export function parseMailbox(text: string): Mailbox | null {
  const [, name = "", email] = /^\s*(?:"?([^"<]*?)"?\s*)<([^<>]+)>\s*$/.exec(text) ?? [];
  return readMailbox(name, email ?? text.trim());
}

/**
 * `<id@host>`, whether the caller wrote the brackets or not; an id alone gets the sender's host. Null when it is no
 * message id.
 */
export function readMessageId(messageId: string, from: Mailbox): string | null {
  const bare = /^<(.*)>$/s.exec(messageId)?.[1] ?? messageId;
  const whole = bare.includes("@")
    ? bare
    : `${bare}@${from.address.slice(from.address.lastIndexOf("@") + 1)}`;
  return /^[\w.!#$%&'*+/=?^`{|}~-]{1,128}@[\w.-]{1,255}$/.test(whole) ? `<${whole}>` : null;
}
