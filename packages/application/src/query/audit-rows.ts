import type { TenantTransaction } from "@evenshare/database";
import type { views } from "@evenshare/domain";
import { z } from "zod";

const facts = z.record(z.string(), z.string().nullable());
const actorKind = z.enum(["person", "clock", "provider", "operator"]);

export type AuditEvent = Awaited<ReturnType<TenantTransaction["auditEvent"]["findMany"]>>[number];

/**
 * Audit events of one partnership as its parties may read them. Where a request came from is shown to the acting
 * organization only.
 */
export async function describeAuditEvents(
  tx: TenantTransaction,
  readerId: string,
  partnershipId: string,
  events: readonly AuditEvent[],
): Promise<views.AuditRow[]> {
  const titles = await readTitles(tx, partnershipId, events);
  return events.map((event) => describeEvent(event, readerId, titles.get(event.subjectId) ?? null));
}

/** One audit event as the reader may see it. */
export function describeEvent(
  event: AuditEvent,
  readerId: string,
  subjectTitle: string | null,
): views.AuditRow {
  return {
    id: event.id,
    at: event.at,
    action: event.action,
    actorName: event.actorName,
    actorKind: actorKind.parse(event.actorKind),
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    subjectTitle,
    reason: event.reason,
    before: facts.parse(event.before),
    after: facts.parse(event.after),
    ip: event.organizationId === readerId ? event.ip : null,
  };
}

async function readTitles(
  tx: TenantTransaction,
  partnershipId: string,
  events: readonly AuditEvent[],
): Promise<Map<string, string>> {
  const ids = events
    .filter(({ subjectType }) => subjectType === "milestone")
    .map(({ subjectId }) => subjectId);
  const milestones = await tx.milestone.findMany({
    where: { partnershipId, id: { in: [...new Set(ids)] } },
    select: { id: true, title: true },
  });
  const partnership = await tx.partnership.findUnique({ where: { id: partnershipId } });
  return new Map([
    // The name an agreement had is kept with each of its events.
    ...events.flatMap(({ subjectType, subjectId, after }): [string, string][] => {
      const name = subjectType === "share" ? facts.safeParse(after).data?.["agreement"] : undefined;
      return typeof name === "string" ? [[subjectId, name]] : [];
    }),
    ...milestones.map(({ id, title }): [string, string] => [id, title]),
    ...(partnership === null ? [] : [[partnershipId, partnership.title] as [string, string]]),
  ]);
}
