import type { TenantTransaction } from "@evenshare/database";

/** The offers about held money that wait for an answer, by milestone, in one statement. */
export async function readOffers(
  tx: TenantTransaction,
  milestoneIds: readonly string[],
): Promise<Map<string, LoadedOffer>> {
  const rows = await findOpen(tx, milestoneIds);
  return new Map(rows.map((row) => [row.milestoneId, row]));
}

function findOpen(tx: TenantTransaction, milestoneIds: readonly string[]) {
  return tx.remainderOffer.findMany({
    where: { milestoneId: { in: [...milestoneIds] }, status: "open" },
    include: { target: { select: { id: true, title: true } } },
  });
}

export type LoadedOffer = Awaited<ReturnType<typeof findOpen>>[number];
