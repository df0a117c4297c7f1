import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import type { Verb } from "../verb";
import { describeOwnEvents, ownEvents } from "./organization-audit";
import { type Page, readCounterCursor, writeCounterCursor } from "./page";
import { runQuery } from "./run-query";

/** The organization's own audit trail, newest first, also of what belongs to no partnership. */
export const listOrganizationAudit: Verb<
  z.input<typeof views.organizationAuditInput>,
  Page<views.OrganizationAuditRow>
> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "organization.audit",
    input: views.organizationAuditInput,
    async read(tx, { cursor, limit, direction: _, ...filter }) {
      const before = readCounterCursor(cursor);
      if (!before.ok) return before;
      const where = await ownEvents(tx, scope.organizationId, filter);
      if (!where.ok) return where;
      const events = await tx.auditEvent.findMany({
        where: { ...where.value, ...(before.value === null ? {} : { position: { lt: before.value } }) },
        orderBy: { position: "desc" },
        take: limit + 1,
      });
      const items = events.slice(0, limit);
      const last = items.at(-1);
      return ok({
        items: await describeOwnEvents(tx, scope.organizationId, items),
        nextCursor: events.length > limit && last !== undefined ? writeCounterCursor(last.position) : null,
      });
    },
  });
