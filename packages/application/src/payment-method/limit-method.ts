import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const answer = z.object({ id: z.uuid() });

/** Says how much may be charged to a saved method in a calendar month without asking; without a limit, nothing. */
export const limitPaymentMethod: Verb<z.input<typeof views.limitMethodInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "payment_method.limit",
    permission: "payment_method.manage",
    input: views.limitMethodInput,
    answer,
    async carryOut(tx, { id, limit }) {
      const { organizationId } = scope;
      const method = await tx.paymentMethod.findUnique({ where: { id, organizationId, removedAt: null } });
      if (method === null) return refuse({ code: "payment_method.not_found" });
      if (limit !== null && method.kind === "us_bank_account" && limit.currency !== "USD")
        return refuse({
          code: "input.invalid",
          field: "limit.currency",
          details: { reason: "must be USD: bank accounts of the US are debited in US dollars" },
        });
      await tx.paymentMethod.update({
        where: { id },
        data: { limitAmount: limit?.amount ?? null, limitCurrency: limit?.currency ?? null },
      });
      return ok({
        answer: { id },
        audit: [
          {
            action: "payment_method.limit",
            subjectType: "payment_method",
            subjectId: id,
            partnershipId: null,
            before: describe(method.limitAmount, method.limitCurrency),
            after: describe(limit?.amount ?? null, limit?.currency ?? null),
            reason: null,
          },
        ],
      });
    },
  });

function describe(amount: bigint | null, currency: string | null) {
  return { limit: amount === null ? null : String(amount), currency };
}
