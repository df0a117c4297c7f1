import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Whose mails about which organization a link lets its reader choose. It is worth nothing else and does not expire. */
export interface MailLink {
  readonly userId: string;
  readonly organizationId: string;
}

const parts = z.tuple([z.uuid(), z.uuid(), z.base64url()]);

/** The token of a link, signed with `key`. */
export function signMailLink(key: string, { userId, organizationId }: MailLink): string {
  return `${userId}.${organizationId}.${signatureOf(key, userId, organizationId)}`;
}

/** What a token says, or null when it was not signed with `key`. */
export function readMailLink(key: string, token: string): MailLink | null {
  const read = parts.safeParse(token.split("."));
  if (!read.success) return null;
  const [userId, organizationId, signature] = read.data;
  const expected = Buffer.from(signatureOf(key, userId, organizationId));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given)
    ? { userId, organizationId }
    : null;
}

/** The purpose is signed too, so that the key could sign something else one day. */
function signatureOf(key: string, userId: string, organizationId: string): string {
  return createHmac("sha256", key).update(`mail-choices\n${userId}\n${organizationId}`).digest("base64url");
}
