import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";
import { ensureCustomer } from "./ensure-customer";

const answer = z.object({ setupId: z.uuid() });

/**
 * Takes the brand to the payment provider's page on which a card or bank account is saved. What was saved there is known
 * when the provider says so; until a limit is set nothing is charged to it without asking.
 */
export const saveMethod: Verb<z.input<typeof views.saveMethodInput>, { url: string }> = async (
  deps,
  scope,
  input,
) => {
  const begun = await begin(deps, scope, input);
  if (!begun.ok) return begun;
  const customer = await ensureCustomer(deps, scope);
  if (!customer.ok) return customer;
  const { setupId } = begun.value;
  const page = `${deps.settings.brandOrigin}/payment-methods`;
  const opened = await deps.payments.createSetup({
    operation: { id: setupId, attemptClass: 1 },
    customerId: customer.value.customerId,
    successUrl: `${page}?setup=${setupId}`,
    cancelUrl: page,
  });
  if (opened.kind !== "done")
    return refuse({ code: "payment.unavailable", details: { reason: opened.reason } });
  const { sessionId, url } = opened.value;
  await deps.database.inTenant(scope.organizationId, (tx) =>
    tx.methodSetup.update({ where: { id: setupId }, data: { sessionId, url } }),
  );
  return ok({ url });
};

const begin: Verb<z.input<typeof views.saveMethodInput>, z.infer<typeof answer>> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "payment_method.save",
    permission: "payment_method.manage",
    input: views.saveMethodInput,
    answer,
    async carryOut(tx, _, now) {
      const { organizationId, userName } = scope;
      const setupId = deps.newId();
      await tx.methodSetup.create({
        data: { id: setupId, organizationId, status: "opened", openedByName: userName, createdAt: now },
      });
      return ok({
        answer: { setupId },
        audit: [
          {
            action: "payment_method.open_setup",
            subjectType: "payment_method",
            subjectId: setupId,
            partnershipId: null,
            before: {},
            after: {},
            reason: null,
          },
        ],
      });
    },
  });
