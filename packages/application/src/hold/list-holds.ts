import type { TenantTransaction } from "@evenshare/database";
import { currencyCode, holdAnswers, holdOwners, holdReasons, isAllowed, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { counterpartyOf, type LoadedPartnership, loadPartnerships } from "../query/load-partnerships";
import { cutPage, type Page, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Scope } from "../scope";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";

/** Everything that is or was held back, newest first, of one milestone or of all. */
export const listHolds: Verb<z.input<typeof views.listHoldsInput>, Page<views.HoldView>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.listHoldsInput,
    async read(tx, { milestoneId, cursor, limit }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const rows = await tx.hold.findMany({
        where: {
          milestone: milestonesOf(scope.organizationId),
          ...(milestoneId ? { milestoneId } : {}),
          ...afterPlaced(position.value),
        },
        orderBy: [{ placedAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        include: { milestone: true },
      });
      const page = cutPage(rows, limit, ({ id, placedAt }) => ({ id, at: placedAt }));
      return ok({ ...page, items: await describeHolds(tx, scope, page.items) });
    },
  });

/** Every hold that has not ended, newest first. */
export async function standingHolds(tx: TenantTransaction, scope: Scope): Promise<views.HoldView[]> {
  const rows = await tx.hold.findMany({
    where: { milestone: milestonesOf(scope.organizationId), endedAt: null },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    include: { milestone: true },
  });
  return describeHolds(tx, scope, rows);
}

type HoldRow = Awaited<ReturnType<TenantTransaction["hold"]["findMany"]>>[number] & {
  readonly milestone: { readonly title: string; readonly agreementVersion: number };
};

/** What a hold says about its money, kept with the return it is about. */
interface Taken {
  readonly fromHeld: bigint;
  readonly owed: bigint;
}

async function describeHolds(
  tx: TenantTransaction,
  scope: Scope,
  rows: readonly HoldRow[],
): Promise<views.HoldView[]> {
  if (rows.length === 0) return [];
  const partnerships = await loadPartnerships(
    tx,
    scope,
    rows.map(({ partnershipId }) => partnershipId),
  );
  const returns = await tx.fundingReturn.findMany({
    where: { id: { in: rows.map(({ subjectId }) => subjectId) } },
  });
  return rows.map((row) => {
    const partnership = partnerships.get(row.partnershipId);
    if (partnership === undefined) throw new Error(`hold ${row.id} has no partnership`);
    const taken = returns.find(({ id }) => id === row.subjectId) ?? { fromHeld: row.amount, owed: 0n };
    return describeHold(scope, row, partnership, taken);
  });
}

function describeHold(
  scope: Scope,
  row: HoldRow,
  partnership: LoadedPartnership,
  { fromHeld, owed }: Taken,
): views.HoldView {
  const agreement = partnership.agreements.find(({ version }) => version === row.milestone.agreementVersion);
  const { appealNote, appealedAt, appealedByName, endedAt, endedReason } = row;
  const appealed = appealNote !== null && appealedAt !== null;
  return {
    id: row.id,
    milestoneId: row.milestoneId,
    milestoneTitle: row.milestone.title,
    partnershipTitle: partnership.title,
    counterparty: counterpartyOf(partnership, scope.organizationId),
    currency: currencyCode.parse(row.currency),
    amount: row.amount,
    fromHeld,
    owed,
    reason: z.enum(holdReasons).parse(row.reason),
    words: row.words,
    ownerKind: z.enum(holdOwners).parse(row.ownerKind),
    ownerName: row.ownerName,
    evidence: row.evidence,
    placedAt: row.placedAt,
    nextAt: row.nextAt,
    timeZone: agreement?.terms.timeZone ?? "UTC",
    appeal: appealed ? { note: appealNote, at: appealedAt, by: appealedByName ?? "" } : null,
    answer: answerOf(row),
    end: endedAt !== null && endedReason !== null ? { at: endedAt, reason: endedReason } : null,
    canAppeal: endedAt === null && !appealed && isAllowed("hold.appeal", scope.kind, scope.role),
  };
}

function answerOf({ answer, answerReason, answeredAt }: HoldRow): views.HoldView["answer"] {
  return answer === null || answerReason === null || answeredAt === null
    ? null
    : { answer: z.enum(holdAnswers).parse(answer), reason: answerReason, at: answeredAt };
}

function afterPlaced(position: { readonly at: Date; readonly id: string } | null) {
  if (position === null) return {};
  const { at, id } = position;
  return { OR: [{ placedAt: { lt: at } }, { placedAt: at, id: { lt: id } }] };
}
