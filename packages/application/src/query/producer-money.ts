import type { TenantTransaction } from "@evenshare/database";
import { currencyCode, type Money, sumByCurrency } from "@evenshare/domain";
import { z } from "zod";
import { latestAgreement, loadPartnerships } from "./load-partnerships";
import type { Need } from "./needs-you";

const sums = z.array(z.object({ currency: currencyCode, amount: z.bigint() }));

/** Released to this producer and not yet in its bank: in flight, at the provider, or under way to the bank. */
export async function readArriving(tx: TenantTransaction): Promise<Money[]> {
  const rows = await tx.$queryRaw`
    select r.currency, sum(r.net)::bigint as amount from release r
    where not exists (
      select 1 from payout_line l join payout p on p.id = l.payout_id where l.release_id = r.id and p.status = 'paid'
    )
    group by r.currency`;
  return sumByCurrency(sums.parse(rows));
}

/** What reached the producer's bank since an instant. */
export async function readPaidSince(
  tx: TenantTransaction,
  organizationId: string,
  since: Date,
): Promise<Money[]> {
  const rows = await tx.payout.groupBy({
    by: ["currency"],
    where: { organizationId, status: "paid", paidAt: { gte: since } },
    _sum: { amount: true },
  });
  return sumByCurrency(sums.parse(rows.map(({ currency, _sum }) => ({ currency, amount: _sum.amount }))));
}

/** Payouts that the bank sent back: the producer must put its bank details right. */
export async function readFailedPayouts(tx: TenantTransaction, organizationId: string): Promise<Need[]> {
  const failed = await tx.payout.findMany({
    where: { organizationId, status: "failed" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { lines: true },
  });
  const partnerships = await loadPartnerships(
    tx,
    { organizationId },
    failed.flatMap(({ lines }) => lines.map(({ partnershipId }) => partnershipId)),
  );
  return failed.flatMap((payout): Need[] => {
    const partnership = partnerships.get(payout.lines[0]?.partnershipId ?? "");
    if (partnership === undefined) return [];
    return [
      {
        milestoneId: null,
        partnershipId: partnership.id,
        action: "fix_payout",
        title: payout.failureReason ?? "The bank sent a payout back",
        counterpartyName: partnership.brand.name,
        amount: payout.amount,
        currency: currencyCode.parse(payout.currency),
        dueAt: null,
        timeZone: latestAgreement(partnership).terms.timeZone,
      },
    ];
  });
}
