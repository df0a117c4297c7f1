import type { TenantTransaction } from "@evenshare/database";
import { fundingPurposes, openToRepay, owedByBrand, returnStatuses, views } from "@evenshare/domain";
import { z } from "zod";

/** What the brand owes for a milestone, and how much of it can be repaid now. */
export interface Debt {
  readonly owed: bigint;
  readonly toRepay: bigint;
}

const noDebt: Debt = { owed: 0n, toRepay: 0n };
const status = z.enum(views.fundingStatuses);

/** The debts of many milestones, in a number of statements that does not grow with them. */
export async function readDebts(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<(id: string) => Debt> {
  const taken = await tx.fundingReturn.findMany({ where: { milestoneId: { in: [...ids] } } });
  const indebted = [...new Set(taken.map(({ milestoneId }) => milestoneId))];
  if (indebted.length === 0) return () => noDebt;
  const paid = await tx.funding.findMany({
    where: { milestoneId: { in: indebted }, purpose: "repayment" },
  });
  const debts = new Map(
    indebted.map((milestoneId) => {
      const of = <T extends { milestoneId: string }>(rows: T[]) =>
        rows.filter((row) => row.milestoneId === milestoneId);
      const position = {
        returns: of(taken).map((row) => ({
          ...row,
          disputeId: row.providerDisputeId,
          status: z.enum(returnStatuses).parse(row.status),
        })),
        fundings: of(paid).map((row) => ({
          ...row,
          purpose: z.enum(fundingPurposes).parse(row.purpose),
          status: status.parse(row.status),
        })),
      };
      return [milestoneId, { owed: owedByBrand(position), toRepay: openToRepay(position) }];
    }),
  );
  return (id) => debts.get(id) ?? noDebt;
}
