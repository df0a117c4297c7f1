import type { AuditRecord } from "../command/apply-record";
import { applyRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import type { AccountFacts } from "../ports";

/** What is kept of a producer's account. */
interface Known {
  readonly providerAccountId: string | null;
  readonly payable: boolean;
  readonly block: string | null;
  readonly requirements: readonly string[];
  readonly bank: string | null;
  readonly country: string;
}

/**
 * Writes what the provider said of an account when it was asked at `askedAt`, with an audit row when that is news.
 * An answer that is older than what is known is dropped: two may be on their way at once.
 */
export async function recordAccountFacts(
  deps: Deps,
  organizationId: string,
  facts: AccountFacts,
  askedAt: Date,
): Promise<void> {
  await deps.database.inTenant(organizationId, async (tx) => {
    await tx.$queryRaw`select 1 from payee_account where organization_id = ${organizationId}::uuid for update`;
    const known = await tx.payeeAccount.findUniqueOrThrow({ where: { organizationId } });
    const isOther = known.providerAccountId !== null && known.providerAccountId !== facts.accountId;
    if (isOther || known.updatedAt > askedAt) return;
    const told: Known = {
      providerAccountId: facts.accountId,
      payable: facts.payable,
      block: facts.block,
      requirements: facts.requirements,
      bank: facts.bank,
      country: facts.country,
    };
    await tx.payeeAccount.update({
      where: { organizationId },
      data: { ...told, requirements: [...told.requirements], updatedAt: askedAt },
    });
    const [before, after] = [describe(known), describe(told)];
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const audit: AuditRecord = {
      action: "account.update",
      subjectType: "account",
      subjectId: organizationId,
      partnershipId: null,
      before,
      after,
      reason: null,
    };
    // The provider belongs to no organization; the trail it appears in is the producer's.
    const actor = {
      kind: "provider",
      name: "Stripe",
      organizationId,
      userId: null,
      ip: null,
      requestId: null,
    } as const;
    const live = [{ organizations: [organizationId], topic: "account", id: null }] as const;
    await applyRecord(tx, actor, { audit: [audit], live }, null, deps.clock.now());
  });
}

function describe({
  providerAccountId,
  payable,
  block,
  requirements,
  bank,
  country,
}: Known): AuditRecord["after"] {
  return {
    providerAccountId,
    payable: String(payable),
    block,
    requirements: requirements.join(" "),
    bank,
    country,
  };
}
