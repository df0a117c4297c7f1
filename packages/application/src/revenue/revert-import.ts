import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const answer = z.object({ id: z.uuid() });
const statedLines = z.array(z.object({ event_id: z.string() }));

/**
 * Takes an import back: from now on none of its rows counts, also when it is still being read. Refused with
 * `revenue_import.not_found`, with `revenue_import.ended` when it has failed or was taken back before, and with
 * `revenue_import.stated` when a statement that was issued rests on one of its lines.
 */
export const revertImport: Verb<z.input<typeof views.revertRevenueImportInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  raw,
) =>
  runCommand(deps, scope, raw, {
    name: "revenue.revert",
    permission: "revenue.import",
    input: views.revertRevenueImportInput,
    answer,
    async carryOut(tx, { id }, now) {
      const { organizationId, userName } = scope;
      const found = await tx.revenueImport.findUnique({
        where: { id, organizationId },
        include: { file: true, source: true },
      });
      if (found === null) return refuse({ code: "revenue_import.not_found" });
      const [stated] = statedLines.parse(
        await tx.$queryRaw`select l.event_id from revenue_line l
          join statement_event e on e.source_id = l.source_id and e.event_id = l.event_id
          where l.import_id = ${id}::uuid and l.organization_id = ${organizationId}::uuid limit 1`,
      );
      if (stated !== undefined)
        return refuse({ code: "revenue_import.stated", details: { line: stated.event_id } });
      const { count } = await tx.revenueImport.updateMany({
        where: { id, organizationId, status: { in: ["reading", "done"] } },
        data: { status: "reverted", revertedAt: now, revertedByName: userName },
      });
      if (count === 0) return refuse({ code: "revenue_import.ended" });
      return ok({
        answer: { id },
        audit: [
          {
            action: "revenue.revert",
            subjectType: "revenue_import",
            subjectId: id,
            partnershipId: null,
            before: { status: found.status, rows: String(found.rowsNew) },
            after: { status: "reverted", file: found.file.name, source: found.source.name },
            reason: null,
          },
        ],
        operations: [{ id: deps.newId(), kind: "revenue.clear", subjectId: id }],
        live: [{ topic: "revenue", id, organizations: [organizationId] }],
      });
    },
  });
