import type { TenantTransaction } from "@evenshare/database";
import { applyRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import type { SavedMethod } from "../ports";

/** Where a setup page stands after a look at the provider. */
export type SetupStanding = "saved" | "closed" | "open" | "unreachable" | "unknown";

/** Looks a setup page up at the provider and keeps what was saved on it. May run any number of times. */
export async function recordSetup(
  deps: Deps,
  organizationId: string,
  setupId: string,
): Promise<SetupStanding> {
  const setup = await deps.database.inTenant(organizationId, (tx) =>
    tx.methodSetup.findUnique({ where: { id: setupId, organizationId } }),
  );
  if (setup === null) return "unknown";
  if (setup.status !== "opened") return setup.status === "saved" ? "saved" : "closed";
  if (setup.sessionId === null) return "open";
  const session = await deps.payments.readSetup(setup.sessionId);
  if (session.kind !== "done") return "unreachable";
  const { status, method } = session.value;
  if (status === "open") return "open";
  await deps.database.inTenant(organizationId, async (tx) => {
    const wanted = method === null ? "closed" : "saved";
    const ours = await tx.methodSetup.updateMany({
      where: { id: setupId, status: "opened" },
      data: { status: wanted },
    });
    // Another look was first.
    if (ours.count === 0 || method === null) return;
    await keepMethod(deps, tx, { organizationId, savedBy: setup.openedByName }, method);
  });
  return method === null ? "closed" : "saved";
}

async function keepMethod(
  deps: Deps,
  tx: TenantTransaction,
  { organizationId, savedBy }: { readonly organizationId: string; readonly savedBy: string },
  method: SavedMethod,
): Promise<void> {
  const id = deps.newId();
  const now = deps.clock.now();
  const { methodId: providerMethodId, kind, label, last4, expMonth, expYear } = method;
  await tx.paymentMethod.create({
    data: {
      id,
      organizationId,
      providerMethodId,
      kind,
      label,
      last4,
      expMonth,
      expYear,
      createdAt: now,
      createdByName: savedBy,
    },
  });
  // The provider belongs to no organization; the trail it appears in is the brand's.
  const actor = {
    kind: "provider",
    name: "Stripe",
    organizationId,
    userId: null,
    ip: null,
    requestId: null,
  } as const;
  const audit = {
    action: "payment_method.save",
    subjectType: "payment_method",
    subjectId: id,
    partnershipId: null,
    before: {},
    after: { kind, label, last4 },
    reason: null,
  } as const;
  await applyRecord(tx, actor, { audit: [audit] }, null, now);
}
