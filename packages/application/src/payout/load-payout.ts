import type { Prisma, TenantTransaction } from "@evenshare/database";
import { bankFor, type CurrencyCode, currencyCode, type PayoutStatus } from "@evenshare/domain";
import { z } from "zod";
import { readStoredAccount } from "../account/stored-account";
import type { PayoutRequest } from "../ports";

/** A payout under a lock, with what an attempt at the provider needs. */
export interface LoadedPayout {
  readonly id: string;
  readonly organizationId: string;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly status: PayoutStatus;
  readonly attemptClass: number;
  readonly attemptedBefore: boolean;
  readonly providerPayoutId: string | null;
  readonly account: { readonly id: string; readonly payable: boolean; readonly bank: string | null } | null;
  readonly milestones: readonly PaidMilestone[];
}

/** A milestone that the payout pays for, as its mail names it. */
export interface PaidMilestone {
  readonly id: string;
  readonly title: string;
  readonly partnershipId: string;
  readonly partnershipTitle: string;
  readonly brandName: string;
  readonly timeZone: string;
  /** Ids of the organizations that see it. */
  readonly parties: readonly string[];
}

const payoutStatus = z.enum(["waiting", "unknown", "in_transit", "paid", "failed"]);

/** Locks the payout's row for the rest of the transaction and reads it. */
export async function loadPayout(tx: TenantTransaction, payoutId: string): Promise<LoadedPayout | null> {
  await tx.$queryRaw`select 1 from payout where id = ${payoutId}::uuid for update`;
  const row = await tx.payout.findUnique({
    where: { id: payoutId },
    include: {
      lines: {
        include: {
          release: {
            include: {
              milestone: { include: { partnership: { include: { parties: true, agreements: true } } } },
            },
          },
        },
      },
    },
  });
  if (row === null) return null;
  // One after the other: a transaction has one connection, and a connection one statement at a time.
  const milestones: PaidMilestone[] = [];
  for (const { release } of row.lines) milestones.push(await describeMilestone(tx, release.milestone));
  const account = await tx.payeeAccount.findUnique({ where: { organizationId: row.organizationId } });
  return {
    id: row.id,
    organizationId: row.organizationId,
    amount: row.amount,
    currency: currencyCode.parse(row.currency),
    status: payoutStatus.parse(row.status),
    attemptClass: row.attemptClass,
    attemptedBefore: row.attemptedAt !== null,
    providerPayoutId: row.providerPayoutId,
    account: account === null ? null : describeAccount(row, account),
    milestones,
  };
}

type AccountRow = NonNullable<Awaited<ReturnType<TenantTransaction["payeeAccount"]["findUnique"]>>>;

/** The account in which the payout's money lies: the one of an earlier attempt, else the one that is kept now. */
function describeAccount(
  payout: { readonly providerAccountId: string | null; readonly currency: string },
  account: AccountRow,
): LoadedPayout["account"] {
  const id = payout.providerAccountId ?? account.providerAccountId;
  if (id === null) return null;
  const isKept = id === account.providerAccountId;
  const bank = isKept ? bankFor(readStoredAccount(account).banks, payout.currency) : null;
  return { id, payable: isKept && account.payable, bank: bank?.label ?? null };
}

export function requestOf(payout: LoadedPayout, accountId: string): PayoutRequest {
  return {
    operation: { id: payout.id, attemptClass: payout.attemptClass },
    accountId,
    amount: payout.amount,
    currency: payout.currency,
  };
}

type MilestoneWithParties = Prisma.MilestoneGetPayload<{
  include: { partnership: { include: { parties: true; agreements: true } } };
}>;

async function describeMilestone(
  tx: TenantTransaction,
  milestone: MilestoneWithParties,
): Promise<PaidMilestone> {
  const { parties, agreements } = milestone.partnership;
  const brand = await tx.organization.findFirst({
    where: { kind: "brand", id: { in: parties.map(({ organizationId }) => organizationId) } },
  });
  const terms = agreements.find(({ version }) => version === milestone.agreementVersion);
  return {
    id: milestone.id,
    title: milestone.title,
    partnershipId: milestone.partnershipId,
    partnershipTitle: milestone.partnership.title,
    brandName: brand?.name ?? "",
    timeZone: terms?.timeZone ?? "UTC",
    parties: parties.map(({ organizationId }) => organizationId),
  };
}
