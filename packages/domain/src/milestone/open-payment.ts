import type { DecisionContext, FundingDraft, MilestoneChange } from "./change";
import { fundingOpenMs } from "./confirmed-payment";
import type { FundingPurpose } from "./returned-money";
import type { MilestoneSnapshot } from "./snapshot";

export type OpenedPayment = MilestoneChange & { readonly newFunding: FundingDraft };

const auditActions: Readonly<Record<FundingPurpose, string>> = {
  milestone: "milestone.open_funding",
  repayment: "milestone.open_repayment",
};

/** A new payment of the brand over the provider, whatever it is for: its row, its trail and its work. No money moves yet. */
export function openPayment(
  snapshot: MilestoneSnapshot,
  { amount, fee, purpose }: Pick<FundingDraft, "amount" | "fee" | "purpose">,
  context: DecisionContext,
): OpenedPayment {
  const newFunding: FundingDraft = {
    id: context.newId(),
    amount,
    fee,
    currency: snapshot.currency,
    purpose,
    expiresAt: new Date(context.now.getTime() + fundingOpenMs),
  };
  return {
    transitions: [],
    patch: { state: snapshot.state },
    newFunding,
    audit: {
      action: auditActions[purpose],
      before: {},
      after: { fundingId: newFunding.id, amount: String(amount), fee: String(fee) },
      reason: null,
    },
    operations: [{ id: context.newId(), kind: "funding.sync", subjectId: newFunding.id }],
  };
}
