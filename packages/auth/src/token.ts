import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, as they stand in an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: enough to recognise it, not to use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
