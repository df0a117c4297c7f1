import type { TenantTransaction } from "@evenshare/database";
import { isAllowed } from "@evenshare/domain";
import type { Need } from "../query/needs-you";
import type { Scope } from "../scope";
import { sharesOf } from "../tenancy";
import { describeShareRow } from "./describe-share";
import { loadShares } from "./load-share";

/** More than this nobody answers in one sitting; the list behind has them all. */
const most = 50;

/** Proposed revenue shares that wait for the reader's own organization, longest waiting first. */
export async function shareNeeds(tx: TenantTransaction, scope: Scope): Promise<Need[]> {
  if (!isAllowed("share.accept", scope.kind, scope.role)) return [];
  const found = await tx.shareAgreement.findMany({
    where: { ...sharesOf(scope.organizationId), versions: { some: { status: "proposed" } } },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
  });
  const ids = found.map(({ id }) => id);
  const shares = await loadShares(tx, scope.organizationId, ids);
  return ids.flatMap((id) => {
    const share = shares.get(id);
    if (share === undefined || !describeShareRow(share, scope).waitsForYou) return [];
    const open = share.versions.find(({ status }) => status === "proposed");
    return [
      {
        milestoneId: null,
        partnershipId: null,
        shareId: id,
        action: "answer_share",
        title: share.title,
        counterpartyName: share.parties.find(({ role }) => role === "payer")?.name ?? "",
        amount: null,
        currency: null,
        dueAt: null,
        timeZone: open?.terms.timeZone ?? "UTC",
      },
    ];
  });
}
