import type { TenantTransaction } from "@evenshare/database";
import { ok, type RevenueMapping, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import type { Verb } from "../verb";

const answer = z.object({ id: z.uuid() });

/**
 * Has an uploaded file read as its mapping says. The worker does it; what it stores counts when all of it is stored.
 * Refused with `file.not_found`.
 */
export const startImport: Verb<z.input<typeof views.startRevenueImportInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  raw,
) =>
  runCommand(deps, scope, raw, {
    name: "revenue.import",
    permission: "revenue.import",
    input: views.startRevenueImportInput,
    answer,
    async carryOut(tx, { fileId, source, mapping, saveMappingAs }, now) {
      const { organizationId, userName } = scope;
      const file = await tx.file.findFirst({
        where: { id: fileId, organizationId, completedAt: { not: null } },
      });
      if (file === null) return refuse({ code: "file.not_found", field: "fileId" });
      if (saveMappingAs !== null) await keepMapping(deps, tx, scope, saveMappingAs, mapping, now);
      const id = deps.newId();
      await tx.revenueImport.create({
        data: {
          id,
          organizationId,
          sourceId: await openSource(deps, tx, scope, source, now),
          fileId,
          mapping,
          status: "reading",
          bytesTotal: file.size,
          bytesRead: 0n,
          rowsRead: 0,
          rowsNew: 0,
          rowsKnown: 0,
          rowsSkipped: 0,
          rowsFaulty: 0,
          createdAt: now,
          createdByName: userName,
        },
      });
      return ok({
        answer: { id },
        audit: [
          {
            action: "revenue.import",
            subjectType: "revenue_import",
            subjectId: id,
            partnershipId: null,
            before: {},
            after: { file: file.name, source },
            reason: null,
          },
        ],
        operations: [{ id: deps.newId(), kind: "revenue.import", subjectId: id }],
        live: [{ topic: "revenue", id, organizations: [organizationId] }],
      });
    },
  });

/** The source of that name, made if it is new. */
async function openSource(
  deps: Deps,
  tx: TenantTransaction,
  { organizationId, userName }: Scope,
  name: string,
  now: Date,
): Promise<string> {
  const source = { id: deps.newId(), organizationId, name, createdAt: now, createdByName: userName };
  await tx.revenueSource.createMany({ data: [source], skipDuplicates: true });
  const { id } = await tx.revenueSource.findUniqueOrThrow({
    where: { organizationId_name: { organizationId, name } },
  });
  return id;
}

async function keepMapping(
  deps: Deps,
  tx: TenantTransaction,
  { organizationId, userName }: Scope,
  name: string,
  mapping: RevenueMapping,
  now: Date,
): Promise<void> {
  const saved = { mapping, savedAt: now, savedByName: userName };
  await tx.revenueMapping.upsert({
    where: { organizationId_name: { organizationId, name } },
    create: { id: deps.newId(), organizationId, name, ...saved },
    update: saved,
  });
}
