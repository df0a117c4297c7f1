import { endFunding } from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeAsSystem } from "../milestone/change-as-system";

export interface FundingSubject {
  readonly organizationId: string;
  readonly milestoneId: string;
  readonly fundingId: string;
}

/** Writes that a funding came to nothing: its page closed unpaid, or the payment cannot be made. */
export async function endFundingAt(
  deps: Deps,
  { organizationId, milestoneId, fundingId }: FundingSubject,
  status: "failed" | "expired",
  reason: string,
): Promise<void> {
  const result = await changeAsSystem(deps, {
    organizationId,
    milestoneId,
    actor: { kind: "provider" },
    decide: (snapshot, context) => endFunding(snapshot, { fundingId, status, reason }, context),
  });
  if (!result.ok) throw new Error(`funding ${fundingId} cannot be ended: ${result.failure.code}`);
}
