import type { Deps } from "../deps";

/**
 * Takes failed payouts up again once the producer has entered another bank account. Each attempt has a key of its own.
 * Answers how many.
 */
export async function reopenFailedPayouts(deps: Deps, organizationId: string): Promise<number> {
  const now = deps.clock.now().toISOString();
  return deps.database.inTenant(organizationId, async (tx) => {
    const account = await tx.payeeAccount.findUnique({ where: { organizationId } });
    if (account === null || !account.payable) return 0;
    const failed = await tx.payout.findMany({
      where: { organizationId, status: "failed", NOT: { bank: account.bank } },
    });
    for (const { id } of failed) {
      await tx.payout.update({ where: { id }, data: { status: "waiting", failureReason: null, fix: null } });
      await tx.$executeRaw`select app.enqueue_operation(${deps.newId()}::uuid, 'payout.create', ${id}, ${organizationId}::uuid, ${now}::timestamptz)`;
    }
    return failed.length;
  });
}
