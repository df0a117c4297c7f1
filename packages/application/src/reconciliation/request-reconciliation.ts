import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

/** A comparison reads every account at the provider: it is not made again within this time. */
const pauseMs = 60_000;
const answer = z.object({ askedAt: z.iso.datetime() });

/**
 * Asks for a comparison with the payment provider now. One that waits already is the same one. Refused with
 * `reconciliation.just_made` within a minute of the last.
 */
export const requestReconciliation: Verb<
  z.input<typeof views.requestReconciliationInput>,
  z.infer<typeof answer>
> = (deps, scope, raw) =>
  runCommand(deps, scope, raw, {
    name: "reconciliation.run",
    permission: "reconciliation.run",
    input: views.requestReconciliationInput,
    answer,
    async carryOut(_tx, _input, now) {
      const latest = await deps.database.readLastReconciliation();
      if (latest !== null && now.getTime() - latest.startedAt.getTime() < pauseMs) {
        return refuse({
          code: "reconciliation.just_made",
          details: { asOf: latest.startedAt.toISOString() },
        });
      }
      return ok({
        answer: { askedAt: now.toISOString() },
        audit: [
          {
            action: "reconciliation.run",
            subjectType: "reconciliation",
            subjectId: scope.organizationId,
            partnershipId: null,
            before: { asOf: latest?.startedAt.toISOString() ?? null },
            after: {},
            reason: null,
          },
        ],
        operations: [{ id: deps.newId(), kind: "reconciliation.run", subjectId: "platform" }],
      });
    },
  });
