import { z } from "zod";
import { auditRow } from "./partnership";
import { id, pageBounds } from "./shapes";

/** What an organization's trail is narrowed to: a person, an action, days (UTC, both included). */
const filter = {
  actorUserId: id.optional(),
  action: z.string().max(80).optional(),
  from: z.iso.date("is not a day, such as 2026-12-01").optional(),
  to: z.iso.date("is not a day, such as 2026-12-01").optional(),
};
export const auditFilter = z.strictObject(filter);
export type AuditFilter = z.infer<typeof auditFilter>;

export const organizationAuditInput = z.strictObject({ ...pageBounds, ...filter });

/** One line of an organization's own trail; the partnership it belongs to is named where there is one. */
export const organizationAuditRow = auditRow.extend({
  partnershipId: id.nullable(),
  partnershipTitle: z.string().nullable(),
  /** Of the milestone it is about, for amounts that name no currency of their own; null where it is about none. */
  currency: z.string().nullable(),
});
export type OrganizationAuditRow = z.infer<typeof organizationAuditRow>;

/** By what the trail can be narrowed: everybody and everything that stands in it. */
export const auditChoices = z.strictObject({
  people: z.array(z.strictObject({ userId: id, name: z.string() })),
  actions: z.array(z.string()),
});
export type AuditChoices = z.infer<typeof auditChoices>;
