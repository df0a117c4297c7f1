import type { TenantTransaction } from "@evenshare/database";
import { type ApprovalLimits, type CurrencyCode, currencyCode } from "@evenshare/domain";
import type { AuditRecord } from "../command/apply-record";

/** The limits of an organization, in the order of their currencies. */
export async function readLimits(tx: TenantTransaction, organizationId: string): Promise<ApprovalLimits> {
  const rows = await tx.approvalLimit.findMany({ where: { organizationId }, orderBy: { currency: "asc" } });
  return rows.map(({ currency, amount }) => ({ currency: currencyCode.parse(currency), amount }));
}

/** Sets a limit, or removes it when `amount` is null; answers the line of the audit trail. */
export async function writeLimit(
  tx: TenantTransaction,
  organizationId: string,
  limit: { readonly currency: CurrencyCode; readonly before: bigint | null; readonly amount: bigint | null },
  now: Date,
): Promise<AuditRecord> {
  const { currency, before, amount } = limit;
  if (amount === null) {
    await tx.approvalLimit.deleteMany({ where: { organizationId, currency } });
  } else {
    await tx.approvalLimit.upsert({
      where: { organizationId_currency: { organizationId, currency } },
      create: { organizationId, currency, amount, updatedAt: now },
      update: { amount, updatedAt: now },
    });
  }
  return {
    action: "approval.set_limits",
    subjectType: "approval",
    subjectId: currency,
    partnershipId: null,
    before: { limit: before === null ? null : String(before) },
    after: { limit: amount === null ? null : String(amount), currency },
    reason: null,
  };
}
