import { bankFor } from "@evenshare/domain";
import { readStoredAccount } from "../account/stored-account";
import type { Deps } from "../deps";

/**
 * Takes failed payouts up again once the producer has entered another bank account, or has let us in again. Only those
 * whose money lies in the account that is kept now. Each attempt has a key of its own. Answers how many.
 */
export async function reopenFailedPayouts(deps: Deps, organizationId: string): Promise<number> {
  const now = deps.clock.now().toISOString();
  return deps.database.inTenant(organizationId, async (tx) => {
    const account = await tx.payeeAccount.findUnique({ where: { organizationId } });
    if (account === null || !account.payable || account.providerAccountId === null) return 0;
    const { banks } = readStoredAccount(account);
    const failed = await tx.payout.findMany({
      where: { organizationId, status: "failed", providerAccountId: account.providerAccountId },
    });
    const mended = failed.filter(({ bank, currency }) => bank !== bankFor(banks, currency)?.label);
    for (const { id } of mended) {
      await tx.payout.update({ where: { id }, data: { status: "waiting", failureReason: null, fix: null } });
      await tx.$executeRaw`select app.enqueue_operation(${deps.newId()}::uuid, 'payout.create', ${id}, ${organizationId}::uuid, ${now}::timestamptz)`;
    }
    return mended.length;
  });
}
