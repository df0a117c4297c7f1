import { createHmac, timingSafeEqual } from "node:crypto";
import type { OrganizationKind } from "@evenshare/domain";
import { absoluteMs } from "./settings";

/**
 * Each portal has a cookie of its own, because cookies are shared between ports of one host. `__Host-` makes browsers
 * refuse it without Secure, with a Domain, or for another path.
 */
export function cookieName(portal: OrganizationKind): string {
  return `__Host-evenshare-${portal}`;
}

/** The session token in a Cookie header, if it is there and carries our signature. */
export function readToken(
  portal: OrganizationKind,
  cookieHeader: string | null,
  secret: string,
): string | null {
  const value = findCookie(cookieHeader ?? "", cookieName(portal));
  if (value === null) return null;
  const signed = decode(value);
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1));
  const expected = Buffer.from(sign(token, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** A Set-Cookie header that hands a session to the browser. */
export function sessionCookie(portal: OrganizationKind, token: string, secret: string): string {
  const value = encodeURIComponent(`${token}.${sign(token, secret)}`);
  return `${cookieName(portal)}=${value}; Max-Age=${absoluteMs / 1000}; Path=/; HttpOnly; Secure; SameSite=Lax`;
}

/** A Set-Cookie header that takes the session from the browser. */
export function expiredCookie(portal: OrganizationKind): string {
  return `${cookieName(portal)}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`;
}

/** The signature Better Auth gives its cookies: HMAC-SHA-256 of the token in base64. */
function sign(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64");
}

function findCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
