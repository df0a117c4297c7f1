import type { TenantTransaction } from "@evenshare/database";
import { holdsAct, isAllowed, type views } from "@evenshare/domain";
import { counterpartyOf, latestAgreement, loadPartnerships } from "../query/load-partnerships";
import type { Scope } from "../scope";
import { type ApprovalRecord, type StoredRequest, toRequest } from "./approval-record";

export type ApprovalReader = Pick<Scope, "organizationId" | "kind" | "role" | "userId">;

/** Requests as a member of their organization sees them, in the order given, in a fixed number of statements. */
export async function describeApprovals(
  tx: TenantTransaction,
  reader: ApprovalReader,
  rows: readonly ApprovalRecord[],
): Promise<views.ApprovalRow[]> {
  if (rows.length === 0) return [];
  const { organizationId } = reader;
  const partnerships = await loadPartnerships(
    tx,
    reader,
    rows.flatMap(({ partnershipId }) => partnershipId ?? []),
  );
  const milestones = await tx.milestone.findMany({
    where: { id: { in: rows.flatMap(({ milestoneId }) => milestoneId ?? []) } },
    select: { id: true, title: true },
  });
  const titles = new Map(milestones.map(({ id, title }) => [id, title]));
  const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  return rows.map((row) => {
    const partnership = partnerships.get(row.partnershipId ?? "");
    const request = toRequest(row);
    return {
      id: row.id,
      kind: request.kind,
      status: request.status,
      currency: request.currency,
      amount: row.amount,
      ...actOf(request, row),
      milestone:
        partnership === undefined || row.milestoneId === null
          ? null
          : {
              id: row.milestoneId,
              title: titles.get(row.milestoneId) ?? "",
              partnershipTitle: partnership.title,
              counterpartyName: counterpartyOf(partnership, organizationId).name,
            },
      timeZone: partnership === undefined ? timeZone : latestAgreement(partnership).terms.timeZone,
      makerName: row.makerName,
      mine: row.makerUserId === reader.userId,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      settledAt: row.settledAt,
      decidedByName: row.decidedByName,
      reason: row.reason,
      actions: actionsOf(request, reader),
    };
  });
}

/** Whether a reader may decide about a request now. */
export function decides(request: StoredRequest, { userId, kind, role }: ApprovalReader): boolean {
  return (
    request.status === "waiting" &&
    request.maker.userId !== userId &&
    isAllowed("approval.approve", kind, role) &&
    holdsAct(request.kind, kind, role)
  );
}

function actOf(request: StoredRequest, row: ApprovalRecord) {
  if (request.kind === "milestone.release") {
    const { step, later } = request.act;
    return { step, later, limit: row.limitAmount };
  }
  const { before, after } = request.act;
  return { step: after === null ? "remove_limit" : "set_limit", later: 0n, limit: before } as const;
}

function actionsOf(request: StoredRequest, reader: ApprovalReader): views.ApprovalAction[] {
  if (decides(request, reader)) return ["approve", "decline"];
  const mine = request.status === "waiting" && request.maker.userId === reader.userId;
  return mine && isAllowed("approval.withdraw", reader.kind, reader.role) ? ["withdraw"] : [];
}
