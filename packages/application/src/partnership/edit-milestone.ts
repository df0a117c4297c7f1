import type { TenantTransaction } from "@evenshare/database";
import { ok, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import { loadPartnerships } from "../query/load-partnerships";
import type { Scope } from "../scope";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";
import { agreementFor, dateOf, describeDraft, replaceCriteria, serverChecks } from "./draft-content";

const checkedInput = views.editMilestoneInput.extend(serverChecks);
const answer = z.object({ version: z.number().int() });

/**
 * The drafting side rewrites its draft, given the version it started from.
 *
 * Refused with `milestone.not_found`, `milestone.not_drafted_by_you`, `milestone.not_a_draft` once it was proposed, and
 * `milestone.changed_meanwhile` when somebody else was faster.
 */
export const editMilestone: Verb<z.input<typeof views.editMilestoneInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "milestone.edit",
    permission: "milestone.draft",
    input: checkedInput,
    answer,
    async carryOut(tx, { commandKey: _, id, version, criteria, dueOn, ...content }, now) {
      const draft = await lockDraft(tx, scope, id, version);
      if (!draft.ok) return draft;
      const { partnershipId } = draft.value;
      const partnership = (await loadPartnerships(tx, scope, [partnershipId])).get(partnershipId);
      if (partnership === undefined) return refuse({ code: "milestone.not_found" });
      const agreement = agreementFor(partnership, content);
      if (!agreement.ok) return agreement;
      const next = version + 1;
      await tx.milestone.update({
        where: { id },
        data: {
          ...content,
          dueOn: dateOf(dueOn),
          agreementVersion: agreement.value.version,
          version: next,
          updatedAt: now,
        },
      });
      await replaceCriteria(tx, { id, partnershipId }, criteria, deps.newId);
      return ok({
        answer: { version: next },
        audit: [
          {
            action: "milestone.edit",
            subjectType: "milestone",
            subjectId: id,
            partnershipId,
            before: describeDraft({
              ...draft.value,
              dueOn: draft.value.dueOn?.toISOString().slice(0, 10) ?? null,
              criteria: draft.value.criteria.map(({ text }) => text),
            }),
            after: describeDraft({ ...content, dueOn, criteria }),
            reason: null,
          },
        ],
        live: [{ organizations: [partnership.brand.id, partnership.producer.id], topic: "milestone", id }],
      });
    },
  });

type Draft = NonNullable<Awaited<ReturnType<typeof lockMilestone>>>;

/** The draft under a lock, if it is the reader's to edit and still in the version it read. */
async function lockDraft(
  tx: TenantTransaction,
  scope: Scope,
  id: string,
  version: number,
): Promise<Result<Draft>> {
  const draft = await lockMilestone(tx, scope, id);
  if (draft === null) return refuse({ code: "milestone.not_found" });
  if (draft.proposedByOrganizationId !== scope.organizationId) {
    return refuse({ code: "milestone.not_drafted_by_you" });
  }
  if (draft.state !== "draft") {
    return refuse({ code: "milestone.not_a_draft", details: { state: draft.state } });
  }
  if (draft.version === version) return ok(draft);
  const details = { expected: String(version), actual: String(draft.version) };
  return refuse({ code: "milestone.changed_meanwhile", field: "version", details });
}

async function lockMilestone(tx: TenantTransaction, scope: Scope, id: string) {
  await tx.$queryRaw`select 1 from milestone where id = ${id}::uuid for update`;
  return tx.milestone.findUnique({
    where: { id, ...milestonesOf(scope.organizationId) },
    include: { criteria: { orderBy: { position: "asc" } } },
  });
}
