import { z } from "zod";
import { recordStates } from "../mail-domain/check-record";
import { mailDomainName } from "../mail-domain/domain-name";
import { mailDomainStatus } from "../mail-domain/follow-check";
import { recordPurposes } from "../mail-domain/records";
import { commandKey } from "./milestone";
import { id } from "./shapes";

export const domainRecord = z.strictObject({
  purpose: z.enum(recordPurposes),
  name: z.string(),
  value: z.string(),
  required: z.boolean(),
  state: z.enum(recordStates),
  found: z.array(z.string()),
});
export type DomainRecord = z.infer<typeof domainRecord>;

/** The domain an organization sends from, or wants to. The private key is in no answer. */
export const mailDomain = z.strictObject({
  id,
  domain: z.string(),
  status: mailDomainStatus,
  /** The address that mails come from once it is verified. */
  address: z.string(),
  records: z.array(domainRecord),
  checkedAt: z.date().nullable(),
  verifiedAt: z.date().nullable(),
  lostAt: z.date().nullable(),
});
export type MailDomain = z.infer<typeof mailDomain>;

/** Null inside: none is set. */
export const mailDomainView = z.strictObject({ mailDomain: mailDomain.nullable() });
export type MailDomainView = z.infer<typeof mailDomainView>;

export const setMailDomainInput = z.strictObject({ commandKey, domain: mailDomainName });
/** The domain that was on screen. */
export const changeMailDomainInput = z.strictObject({ commandKey, id });
