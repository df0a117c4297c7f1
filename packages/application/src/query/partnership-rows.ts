import type { TenantTransaction } from "@evenshare/database";
import { addSplits, currencyCode, overStates, splitMoney, tentativeStates, views } from "@evenshare/domain";
import { z } from "zod";
import type { Scope } from "../scope";
import { milestonesOf } from "../tenancy";
import {
  counterpartyOf,
  type LoadedPartnership,
  latestAgreement,
  loadPartnerships,
} from "./load-partnerships";
import { readFigures } from "./read-figures";

export const agreementStatus = z.enum(views.agreementStatuses);

/** Partnerships as lists show them, in the order of `ids`, with their sums; drafts and proposals count in no sum. */
export async function loadPartnershipRows(
  tx: TenantTransaction,
  { organizationId }: Pick<Scope, "organizationId">,
  ids: readonly string[],
): Promise<{ row: views.PartnershipRow; partnership: LoadedPartnership }[]> {
  const partnerships = await loadPartnerships(tx, { organizationId }, ids);
  const milestones = await tx.milestone.findMany({
    where: { ...milestonesOf(organizationId), partnershipId: { in: [...ids] } },
    select: { id: true, partnershipId: true, state: true, amount: true, currency: true },
  });
  const figures = await readFigures(
    tx,
    milestones.filter(isBinding).map(({ id }) => id),
  );
  const byPartnership = groupBy(milestones, ({ partnershipId }) => partnershipId);
  const nextDates = await readNextDates(tx, ids);
  return ids.flatMap((id) => {
    const partnership = partnerships.get(id);
    if (partnership === undefined) return [];
    const own = byPartnership.get(id) ?? [];
    const splits = own.flatMap(({ id, amount, currency }) => {
      const known = figures.get(id);
      return known === undefined
        ? []
        : [splitMoney({ currency: currencyCode.parse(currency), amount, ...known })];
    });
    const row: views.PartnershipRow = {
      id,
      title: partnership.title,
      counterparty: counterpartyOf(partnership, organizationId),
      agreementStatus: agreementStatus.parse(latestAgreement(partnership).status),
      startedAt: partnership.createdAt,
      openMilestones: own.filter(isOpen).length,
      money: addSplits(splits),
      nextDate: nextDates.get(id) ?? null,
    };
    return [{ row, partnership }];
  });
}

function isBinding({ state }: { readonly state: string }): boolean {
  return !tentativeStates.some((tentative) => tentative === state);
}

function isOpen({ state }: { readonly state: string }): boolean {
  return !overStates.some((over) => over === state);
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** When something next happens by itself, per partnership. Reminders change nothing, so they do not count. */
async function readNextDates(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<Map<string, Date | null>> {
  const groups = await tx.deadline.groupBy({
    by: ["partnershipId"],
    where: {
      partnershipId: { in: [...ids] },
      status: "pending",
      kind: { not: "review.reminder" },
    },
    _min: { dueAt: true },
  });
  return new Map(groups.map(({ partnershipId, _min }) => [partnershipId, _min.dueAt]));
}
