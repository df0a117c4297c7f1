import { isCurrencyCode, role } from "@evenshare/domain";
import { z } from "zod";
import { showName, showPassage } from "../words/literal";

// The fields of mails. Each is checked, and turned into what may be shown: no template ever sees raw text.

const present = z.string({ error: "is missing" }).refine((text) => text.trim() !== "", { error: "is empty" });

/** A fact that may be absent; written empty it is absent too. */
export function optional<S extends z.ZodType>(field: S) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    field.optional(),
  );
}

export const id = present;
export const name = present.transform(showName);
export const passage = present.transform(showPassage);

/** Minor units. */
export const amount = present
  .regex(/^\d+$/, { error: "is not an amount in minor units" })
  .transform((digits) => BigInt(digits));

export const currency = present.transform((code, context) => {
  if (isCurrencyCode(code)) return code;
  context.addIssue("is not a currency that is offered");
  return z.NEVER;
});

export const count = present
  .regex(/^\d{1,6}$/, { error: "is not a whole number" })
  .transform((digits) => Number(digits));

const instant = present.transform((text, context) => {
  const at = new Date(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(at.getTime())) return at;
  context.addIssue("is not an instant in ISO form");
  return z.NEVER;
});

/** A calendar day; of a full instant, the day it falls on in UTC, which is how the payment provider names days. */
export const day = present.transform((text, context) => {
  const isoDay = text.slice(0, 10);
  if (z.iso.date().safeParse(isoDay).success) return isoDay;
  context.addIssue("is not a day in ISO form");
  return z.NEVER;
});

const timeZone = present.transform((zone, context) => {
  if (isTimeZone(zone)) return zone;
  context.addIssue("is not a time zone");
  return z.NEVER;
});

/** What every mail must know. */
export const partnershipFields = {
  partnershipId: id,
  partnershipTitle: name,
  brandName: name,
  producerName: name,
};

/** What every mail about a milestone must know. */
export const milestoneFields = { ...partnershipFields, milestoneId: id, milestoneTitle: name };

/** The end of the review window: the instant, and the zone to say it in. */
export const deadlineFields = { dueAt: instant, timeZone };

/** A role, as it is called on screens. */
export const roleName = present.transform((text, context) => {
  const known = role.safeParse(text);
  if (known.success) return known.data;
  context.addIssue("is not a role");
  return z.NEVER;
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
}
