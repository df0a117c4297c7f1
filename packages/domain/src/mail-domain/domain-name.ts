import { z } from "zod";
import { publicMailDomains } from "./public-mail-domains";

/** One label of a host name: letters, digits and hyphens inside. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names that are never in the public DNS (RFC 6761 and 8375); `test` and `example` are left to those who try things out. */
const unreachableEndings = ["localhost", "local", "internal", "invalid", "onion", "arpa", "lan", "home"];
/** Room for `selector._domainkey.` before it, of the 253 characters a name may have. */
const longestDomain = 200;

/**
 * A domain that an organization may send mails from, in the form DNS knows: small letters, international names as
 * Punycode.
 *
 * @example mailDomainName.parse("Müller.Example") // "xn--mller-kva.example"
 */
export const mailDomainName = z
  .string({ error: "is missing" })
  .trim()
  .min(1, "is missing")
  .max(300, "is too long")
  .transform((entered, context) => {
    const domain = toAscii(entered);
    const problem = domain === null ? "is not a domain, such as example.com" : problemOf(domain);
    if (domain !== null && problem === null) return domain;
    context.addIssue({ code: "custom", message: problem ?? "", input: entered });
    return z.NEVER;
  });

/** Whether `domain` is `other` or lies below it. */
export function isWithinDomain(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}

function problemOf(domain: string): string | null {
  if (/^[\d.]+$/.test(domain)) return "is an IP address. Enter a domain";
  const labels = domain.split(".");
  const ending = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((part) => label.test(part)) || /^\d+$/.test(ending)) {
    return "is not a domain, such as example.com";
  }
  if (domain.length > longestDomain) return "is too long";
  if (unreachableEndings.includes(ending)) return "is not reachable from the internet";
  if (publicMailDomains.has(domain)) {
    return "is a public mail service's domain. Enter one that belongs to your organization";
  }
  return null;
}

/** As a browser would read it in an address; null when it is more than a host name, or none. */
function toAscii(entered: string): string | null {
  if (/[\s/\\?#@:%[\]\p{Cc}\p{Cf}]/u.test(entered)) return null;
  const address = `http://${entered.replace(/\.$/, "")}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
