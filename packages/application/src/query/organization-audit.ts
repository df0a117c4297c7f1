import type { Prisma, TenantTransaction } from "@evenshare/database";
import { ok, type Result, refuse, type views } from "@evenshare/domain";
import { z } from "zod";
import { type AuditEvent, describeEvent } from "./audit-rows";

const named = z.object({
  person: z.string().optional(),
  email: z.string().optional(),
  domain: z.string().nullish(),
  agreement: z.string().optional(),
});
const dayMs = 86_400_000;

/**
 * Which events are the organization's own: what its people did, and what clock and payment provider did in its
 * partnerships. What partners do stands in the partnership's trail. Refused when the days are in the wrong order.
 */
export async function ownEvents(
  tx: TenantTransaction,
  organizationId: string,
  { actorUserId, action, from, to }: views.AuditFilter,
): Promise<Result<Prisma.AuditEventWhereInput>> {
  if (from !== undefined && to !== undefined && from > to) {
    return refuse({ code: "input.invalid", field: "to", details: { reason: "is before the first day" } });
  }
  const parties = await tx.partnershipParty.findMany({
    where: { organizationId },
    select: { partnershipId: true },
  });
  const partnershipIds = parties.map(({ partnershipId }) => partnershipId);
  return ok({
    OR: [{ organizationId }, { organizationId: null, partnershipId: { in: partnershipIds } }],
    ...(actorUserId === undefined ? {} : { actorUserId }),
    ...(action === undefined ? {} : { action }),
    at: {
      ...(from === undefined ? {} : { gte: new Date(from) }),
      ...(to === undefined ? {} : { lt: new Date(new Date(to).getTime() + dayMs) }),
    },
  });
}

/** Events with the titles of what they are about and the currency of its amounts, in a fixed number of statements. */
export async function describeOwnEvents(
  tx: TenantTransaction,
  readerId: string,
  events: readonly AuditEvent[],
): Promise<views.OrganizationAuditRow[]> {
  const milestones = await tx.milestone.findMany({
    where: { id: { in: subjectIds(events, "milestone") } },
    select: { id: true, title: true, currency: true },
  });
  const partnerships = await tx.partnership.findMany({
    where: { id: { in: unique(events.flatMap(({ partnershipId }) => partnershipId ?? [])) } },
    select: { id: true, title: true },
  });
  const titles = new Map([...milestones, ...partnerships].map(({ id, title }) => [id, title]));
  const currencies = new Map(milestones.map(({ id, currency }) => [id, currency]));
  return events.map((event) => ({
    ...describeEvent(event, readerId, titles.get(event.subjectId) ?? whatItWasAbout(event)),
    partnershipId: event.partnershipId,
    partnershipTitle: titles.get(event.partnershipId ?? "") ?? null,
    currency: currencies.get(event.subjectId) ?? null,
  }));
}

/** Members, invitations, mail domains and revenue shares go by the name or the address that the event itself keeps. */
function whatItWasAbout({ subjectType, before, after }: AuditEvent): string | null {
  if (!["member", "invitation", "mail_domain", "share"].includes(subjectType)) return null;
  const now = named.safeParse(after).data;
  return (
    now?.person ?? now?.email ?? now?.domain ?? now?.agreement ?? named.safeParse(before).data?.domain ?? null
  );
}

function subjectIds(events: readonly AuditEvent[], type: string): string[] {
  return unique(events.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
