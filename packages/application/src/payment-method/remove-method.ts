import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const answer = z.object({ id: z.uuid(), providerMethodId: z.string() });

/** Removes a saved method, here at once and then at the provider. Payments under way go on. */
export const removePaymentMethod: Verb<z.input<typeof views.methodInput>, { id: string }> = async (
  deps,
  scope,
  input,
) => {
  const removed = await runCommand(deps, scope, input, {
    name: "payment_method.remove",
    permission: "payment_method.manage",
    input: views.methodInput,
    answer,
    async carryOut(tx, { id }, now) {
      const { organizationId } = scope;
      const method = await tx.paymentMethod.findUnique({ where: { id, organizationId, removedAt: null } });
      if (method === null) return refuse({ code: "payment_method.not_found" });
      await tx.paymentMethod.update({ where: { id }, data: { removedAt: now } });
      const { kind, label, last4, providerMethodId } = method;
      return ok({
        answer: { id, providerMethodId },
        audit: [
          {
            action: "payment_method.remove",
            subjectType: "payment_method",
            subjectId: id,
            partnershipId: null,
            before: { kind, label, last4 },
            after: {},
            reason: null,
          },
        ],
      });
    },
  });
  if (!removed.ok) return removed;
  // Gone for us whatever the provider says: nothing here ever charges a removed method.
  await deps.payments.detachMethod(removed.value.providerMethodId);
  return ok({ id: removed.value.id });
};
