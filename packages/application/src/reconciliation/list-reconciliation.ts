import type { TenantTransaction } from "@evenshare/database";
import {
  currencyCode,
  differenceKinds,
  movementFamilies,
  ok,
  reconciliationStatuses,
  views,
} from "@evenshare/domain";
import { z } from "zod";
import { counterpartyOf, loadPartnerships } from "../query/load-partnerships";
import { cutPage, type Page, type Position, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Scope } from "../scope";
import type { Verb } from "../verb";

const statusOfFilter = { all: undefined, differences: "difference", in_flight: "in_flight" } as const;

/** The reader's movements as the latest comparison found them, newest first: ours beside the provider's. */
export const listReconciliation: Verb<
  z.input<typeof views.listReconciliationInput>,
  Page<views.ReconciliationRow>
> = (deps, scope, input) =>
  runQuery(deps, scope, input, {
    permission: "reconciliation.read",
    input: views.listReconciliationInput,
    async read(tx, { show, cursor, limit }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const status = statusOfFilter[show];
      const found = await tx.reconciliationLine.findMany({
        where: {
          organizationId: scope.organizationId,
          ...(status === undefined ? {} : { status }),
          ...afterMovement(position.value),
        },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(found, limit, ({ id, at }) => ({ id, at }));
      const milestones = await nameMilestones(
        tx,
        scope,
        items.flatMap(({ milestoneId }) => milestoneId ?? []),
      );
      return ok({ items: items.map((line) => describeLine(line, milestones)), nextCursor });
    },
  });

function afterMovement(position: Position | null) {
  if (position === null) return {};
  const { at, id } = position;
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}

interface NamedMilestone {
  readonly title: string;
  readonly counterpartyName: string;
}

async function nameMilestones(
  tx: TenantTransaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, NamedMilestone>> {
  const rows = await tx.milestone.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, title: true, partnershipId: true },
  });
  const partnerships = await loadPartnerships(
    tx,
    scope,
    rows.map(({ partnershipId }) => partnershipId),
  );
  return new Map(
    rows.flatMap(({ id, title, partnershipId }): [string, NamedMilestone][] => {
      const partnership = partnerships.get(partnershipId);
      if (partnership === undefined) return [];
      return [[id, { title, counterpartyName: counterpartyOf(partnership, scope.organizationId).name }]];
    }),
  );
}

type Line = Awaited<ReturnType<TenantTransaction["reconciliationLine"]["findMany"]>>[number];

function describeLine(line: Line, milestones: ReadonlyMap<string, NamedMilestone>): views.ReconciliationRow {
  const milestone = milestones.get(line.milestoneId ?? "");
  return {
    id: line.id,
    at: line.at,
    family: z.enum(movementFamilies).parse(line.family),
    milestoneId: milestone === undefined ? null : line.milestoneId,
    milestoneTitle: milestone?.title ?? null,
    counterpartyName: milestone?.counterpartyName ?? null,
    currency: currencyCode.parse(line.currency),
    amount: line.amount,
    providerCurrency: currencyCode.nullable().parse(line.providerCurrency),
    providerAmount: line.providerAmount,
    reference: line.sourceId,
    transactionId: line.transactionId,
    status: z.enum(reconciliationStatuses).parse(line.status),
    difference: z.enum(differenceKinds).nullable().parse(line.difference),
    since: line.since,
  };
}
