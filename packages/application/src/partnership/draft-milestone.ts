import { ok, refuse, tentativeStates, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import { loadPartnerships } from "../query/load-partnerships";
import type { Verb } from "../verb";
import { agreementFor, dateOf, describeDraft, replaceCriteria, serverChecks } from "./draft-content";

const checkedInput = views.draftMilestoneInput.extend(serverChecks);
const answer = z.object({ id: z.uuid() });

/**
 * Either side drafts a milestone under the agreement that stands. Nothing is promised until the other side agrees.
 *
 * Refused with `partnership.not_found`, and with `milestone.currency_mismatch` when the agreement is in another
 * currency, and with `amount.not_in_steps` or `amount.below_minimum` when such an amount could not be charged. A milestone drafted before anything was agreed in the partnership counts as its first, which asks for a
 * minimum share of its own before work may start.
 */
export const draftMilestone: Verb<z.input<typeof views.draftMilestoneInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "milestone.draft",
    permission: "milestone.draft",
    input: checkedInput,
    answer,
    async carryOut(tx, { commandKey: _, partnershipId, criteria, dueOn, ...content }, now) {
      const partnership = (await loadPartnerships(tx, scope, [partnershipId])).get(partnershipId);
      if (partnership === undefined) return refuse({ code: "partnership.not_found" });
      const agreement = agreementFor(partnership, content);
      if (!agreement.ok) return agreement;
      const id = deps.newId();
      // Drafts that came to nothing do not count: until something was agreed, the first share is asked for.
      const agreed = await tx.milestone.count({
        where: { partnershipId, state: { notIn: [...tentativeStates] } },
      });
      await tx.milestone.create({
        data: {
          ...content,
          id,
          partnershipId,
          agreementVersion: agreement.value.version,
          dueOn: dateOf(dueOn),
          state: "draft",
          isFirst: agreed === 0,
          proposedByOrganizationId: scope.organizationId,
          createdAt: now,
          updatedAt: now,
        },
      });
      await replaceCriteria(tx, { id, partnershipId }, criteria, deps.newId);
      return ok({
        answer: { id },
        audit: [
          {
            action: "milestone.draft",
            subjectType: "milestone",
            subjectId: id,
            partnershipId,
            before: {},
            after: describeDraft({ ...content, dueOn, criteria }),
            reason: null,
          },
        ],
        live: [{ organizations: [partnership.brand.id, partnership.producer.id], topic: "milestone", id }],
      });
    },
  });
