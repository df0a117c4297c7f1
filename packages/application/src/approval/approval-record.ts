import type { TenantTransaction } from "@evenshare/database";
import {
  type ApprovalRequest,
  approvalKinds,
  approvalStatuses,
  currencyCode,
  type LimitAct,
  type ReleaseAct,
} from "@evenshare/domain";
import { z } from "zod";

/** A request as its table keeps it. */
export type ApprovalRecord = Awaited<ReturnType<TenantTransaction["approvalRequest"]["findMany"]>>[number];

const amount = z.string().transform((text) => BigInt(text));
const releaseAct = z.object({
  step: z.enum(["accept", "release_part"]),
  expectedHeld: amount,
  later: amount,
});
const limitAct = z.object({ before: amount.nullable(), after: amount.nullable() });

/** A request whose act has the shape of its kind. */
export type StoredRequest =
  | (ApprovalRequest<ReleaseAct> & { readonly kind: "milestone.release" })
  | (ApprovalRequest<LimitAct> & { readonly kind: "approval.set_limits" });

export function toRequest(row: ApprovalRecord): StoredRequest {
  const base = {
    id: row.id,
    status: z.enum(approvalStatuses).parse(row.status),
    currency: currencyCode.parse(row.currency),
    amount: row.amount,
    maker: { userId: row.makerUserId, name: row.makerName },
    expiresAt: row.expiresAt,
  };
  const kind = z.enum(approvalKinds).parse(row.kind);
  return kind === "milestone.release"
    ? { ...base, kind, act: releaseAct.parse(row.act) }
    : { ...base, kind, act: limitAct.parse(row.act) };
}
