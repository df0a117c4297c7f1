import type { TenantTransaction } from "@evenshare/database";
import type { Need } from "../query/needs-you";
import { toRequest } from "./approval-record";
import { type ApprovalReader, decides } from "./describe-approvals";

/** How many requests the reader may decide about, and those of them that are about the rule itself. */
export async function readWaitingForReader(
  tx: TenantTransaction,
  reader: ApprovalReader,
): Promise<{ count: number; ofTheRule: Need[] }> {
  const { organizationId } = reader;
  const rows = await tx.approvalRequest.findMany({
    where: { organizationId, status: "waiting" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const requests = rows.map(toRequest).filter((request) => decides(request, reader));
  const ofTheRule = requests.filter(({ kind }) => kind === "approval.set_limits");
  if (ofTheRule.length === 0) return { count: requests.length, ofTheRule: [] };
  const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  return {
    count: requests.length,
    ofTheRule: ofTheRule.map(({ maker, currency, amount, expiresAt }) => ({
      milestoneId: null,
      partnershipId: null,
      action: "approve",
      title: `Limit for one person in ${currency}`,
      counterpartyName: `Asked for by ${maker.name}`,
      amount,
      currency,
      dueAt: expiresAt,
      timeZone,
    })),
  };
}
