import type { TenantTransaction } from "@evenshare/database";

/**
 * Gives up an account that the provider has closed or to which we have no access, so that another can be opened: under
 * the next attempt class, because the provider would answer the old key with the old account. Payouts stay with the
 * account in which their money lies. Answers the account that was left, for the audit trail; nothing without a reason to.
 */
export async function leaveLostAccount(
  tx: TenantTransaction,
  organizationId: string,
  now: Date,
): Promise<Record<string, string>> {
  await tx.$queryRaw`select 1 from payee_account where organization_id = ${organizationId}::uuid for update`;
  const account = await tx.payeeAccount.findUniqueOrThrow({ where: { organizationId } });
  const lost = account.block === "disconnected" || account.block === "account_closed";
  if (!lost || account.providerAccountId === null) return {};
  await tx.payout.updateMany({
    where: { organizationId, providerAccountId: null },
    data: { providerAccountId: account.providerAccountId },
  });
  await tx.payeeAccount.update({
    where: { organizationId },
    data: {
      providerAccountId: null,
      attemptClass: account.attemptClass + 1,
      block: "onboarding_incomplete",
      requirements: [],
      banks: [],
      dueAt: null,
      detailsSubmitted: false,
      updatedAt: now,
    },
  });
  return { providerAccountId: account.providerAccountId };
}
