import { ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import type { Scope } from "../scope";

/**
 * The customer at the provider under whom the brand's methods are saved, made if there is none. The operation is the
 * organization itself, so that any number of attempts make one.
 */
export async function ensureCustomer(deps: Deps, scope: Scope): Promise<Result<{ customerId: string }>> {
  const { organizationId } = scope;
  const known = await deps.database.inTenant(organizationId, async (tx) => {
    const { name } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    await tx.paymentCustomer.createMany({
      data: [{ organizationId, name, contactEmail: scope.userEmail, createdAt: deps.clock.now() }],
      skipDuplicates: true,
    });
    return tx.paymentCustomer.findUniqueOrThrow({ where: { organizationId } });
  });
  if (known.providerCustomerId !== null) return ok({ customerId: known.providerCustomerId });
  const made = await deps.payments.createCustomer({
    operation: { id: organizationId, attemptClass: 1 },
    name: known.name,
    email: known.contactEmail,
  });
  if (made.kind !== "done") return refuse({ code: "payment.unavailable", details: { reason: made.reason } });
  await deps.database.inTenant(organizationId, (tx) =>
    tx.paymentCustomer.updateMany({
      where: { organizationId, providerCustomerId: null },
      data: { providerCustomerId: made.value.customerId },
    }),
  );
  return ok(made.value);
}
