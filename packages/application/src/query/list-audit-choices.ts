import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { ownEvents } from "./organization-audit";
import { runQuery } from "./run-query";

const input = z.strictObject({});

/** The people and the actions in the organization's own trail, by which it can be narrowed; former members too. */
export const listAuditChoices: Verb<z.input<typeof input>, views.AuditChoices> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "organization.audit",
    input,
    async read(tx) {
      const where = await ownEvents(tx, scope.organizationId, {});
      if (!where.ok) return where;
      const actions = await tx.auditEvent.findMany({
        where: where.value,
        distinct: ["action"],
        select: { action: true },
        orderBy: { action: "asc" },
      });
      // The newest event of each person carries the name they go by now.
      const people = await tx.auditEvent.findMany({
        where: { ...where.value, actorUserId: { not: null } },
        distinct: ["actorUserId"],
        select: { actorUserId: true, actorName: true },
        orderBy: [{ actorUserId: "asc" }, { position: "desc" }],
      });
      return ok({
        people: people
          .flatMap(({ actorUserId, actorName }) =>
            actorUserId === null ? [] : [{ userId: actorUserId, name: actorName }],
          )
          .sort((one, other) => one.name.localeCompare(other.name, "en")),
        actions: actions.map(({ action }) => action),
      });
    },
  });
