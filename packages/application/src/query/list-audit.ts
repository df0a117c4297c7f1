import { ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { partnershipsOf } from "../tenancy";
import type { Verb } from "../verb";
import { describeAuditEvents } from "./audit-rows";
import { type Page, readCounterCursor, writeCounterCursor } from "./page";
import { runQuery } from "./run-query";

const input = views.pageRequest.extend({ partnershipId: views.id });

/** The audit trail of one partnership, newest first. Refused with `partnership.not_found`. */
export const listAudit: Verb<z.input<typeof input>, Page<views.AuditRow>> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx, { partnershipId, cursor, limit }) {
      const before = readCounterCursor(cursor);
      if (!before.ok) return before;
      if (
        (await tx.partnership.count({
          where: { id: partnershipId, ...partnershipsOf(scope.organizationId) },
        })) === 0
      ) {
        return refuse({ code: "partnership.not_found" });
      }
      const events = await tx.auditEvent.findMany({
        where: { partnershipId, ...(before.value === null ? {} : { position: { lt: before.value } }) },
        orderBy: { position: "desc" },
        take: limit + 1,
      });
      const items = events.slice(0, limit);
      const last = items.at(-1);
      return ok({
        items: await describeAuditEvents(tx, scope.organizationId, partnershipId, items),
        nextCursor: events.length > limit && last !== undefined ? writeCounterCursor(last.position) : null,
      });
    },
  });
