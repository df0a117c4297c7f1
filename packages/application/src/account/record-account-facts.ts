import type { TenantTransaction } from "@evenshare/database";
import {
  describeBanks,
  type MessageDraft,
  type PayeeAccount,
  type PayeeNews,
  payeeNews,
  type Role,
} from "@evenshare/domain";
import { applyRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import type { AccountFacts } from "../ports";
import { readStoredAccount } from "./stored-account";

/** What the provider said, or that it does not know us there any more. */
type Told = Omit<AccountFacts, "organizationId">;

/** Whoever may change where the money goes hears of it. */
const accountRoles: readonly Role[] = ["owner", "finance"];

/**
 * Writes what the provider said of an account when it was asked at `askedAt`, with an audit row and mails when that is
 * news. An answer that is older than what is known is dropped: two may be on their way at once.
 */
export async function recordAccountFacts(
  deps: Deps,
  organizationId: string,
  facts: Told,
  askedAt: Date,
): Promise<void> {
  await deps.database.inTenant(organizationId, async (tx) => {
    await tx.$queryRaw`select 1 from payee_account where organization_id = ${organizationId}::uuid for update`;
    const row = await tx.payeeAccount.findUniqueOrThrow({ where: { organizationId } });
    const isOther = row.providerAccountId !== null && row.providerAccountId !== facts.accountId;
    if (isOther || row.updatedAt > askedAt) return;
    const { accountId, requirements, banks, payable, block, dueAt, detailsSubmitted, country } = facts;
    await tx.payeeAccount.update({
      where: { organizationId },
      data: {
        providerAccountId: accountId,
        requirements: requirements.map((requirement) => ({ ...requirement })),
        banks: banks.map((bank) => ({ ...bank })),
        payable,
        block,
        dueAt,
        detailsSubmitted,
        country,
        updatedAt: askedAt,
      },
    });
    const known = readStoredAccount(row);
    const before = describe(known, row.providerAccountId, row.country);
    const after = describe(facts, accountId, country);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const audit = {
      action: "account.update",
      subjectType: "account",
      subjectId: organizationId,
      partnershipId: null,
      before,
      after,
      reason: null,
    } as const;
    // The provider belongs to no organization; the trail it appears in is the producer's.
    const actor = {
      kind: "provider",
      name: "Stripe",
      organizationId,
      userId: null,
      ip: null,
      requestId: null,
    } as const;
    const messages = await writeMessages(deps, tx, organizationId, payeeNews(known, facts), facts);
    const live = [{ organizations: [organizationId], topic: "account", id: null }] as const;
    await applyRecord(tx, actor, { audit: [audit], messages, live }, null, deps.clock.now());
  });
}

async function writeMessages(
  deps: Deps,
  tx: TenantTransaction,
  organizationId: string,
  news: readonly PayeeNews[],
  account: PayeeAccount,
): Promise<MessageDraft[]> {
  if (news.length === 0) return [];
  const { name, timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  return news.map((one) => ({
    id: deps.newId(),
    template: `account.${one.kind}` as const,
    toOrganizationId: organizationId,
    toRoles: accountRoles,
    data: { producerName: name, timeZone, ...dataOf(one, account) },
  }));
}

function dataOf(news: PayeeNews, { block, requirements, dueAt }: PayeeAccount): Record<string, string> {
  if (news.kind === "ready") return {};
  if (news.kind === "bank_changed") return { bankBefore: news.before, bankAfter: news.after };
  const reasons = requirements.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  return {
    ...(block === null ? {} : { reason: block }),
    ...(reasons.length === 0 ? {} : { note: [...new Set(reasons)].join("\n") }),
    ...(dueAt === null ? {} : { dueAt: dueAt.toISOString() }),
  };
}

function describe(account: PayeeAccount, providerAccountId: string | null, country: string | null) {
  const { payable, block, requirements, dueAt, banks } = account;
  return {
    providerAccountId,
    payable: String(payable),
    block,
    requirements: requirements.map(({ field, urgency }) => `${field} (${urgency})`).join(" "),
    dueAt: dueAt?.toISOString() ?? null,
    banks: describeBanks(banks),
    country,
  };
}
