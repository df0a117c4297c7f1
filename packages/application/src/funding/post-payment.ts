import { confirmFunding, processFunding } from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeAsSystem } from "../milestone/change-as-system";
import type { PaymentFacts } from "../ports";
import type { FundingSubject } from "./end-funding-at";

/** Where a funding stands after a look at the provider. */
export type FundingStanding = "succeeded" | "ended" | "open" | "processing" | "unreachable";

/** Writes a payment that went through or is under way; null when it is neither. */
export async function postPayment(
  deps: Deps,
  subject: FundingSubject,
  facts: PaymentFacts,
): Promise<FundingStanding | null> {
  if (facts.status === "succeeded") return confirm(deps, subject, facts);
  return facts.status === "processing" ? process(deps, subject, facts) : null;
}

async function process(deps: Deps, subject: FundingSubject, facts: PaymentFacts): Promise<FundingStanding> {
  const { organizationId, milestoneId, fundingId } = subject;
  const result = await changeAsSystem(deps, {
    organizationId,
    milestoneId,
    actor: { kind: "provider" },
    decide: (snapshot, context) =>
      processFunding(
        snapshot,
        { fundingId, paymentId: facts.paymentIntentId, paidWith: facts.paidWith },
        context,
      ),
  });
  if (!result.ok) throw new Error(`funding ${fundingId} is processed: ${result.failure.code}`);
  return "processing";
}

async function confirm(deps: Deps, subject: FundingSubject, facts: PaymentFacts): Promise<FundingStanding> {
  const { chargeId } = facts;
  if (chargeId === null) return "open";
  const result = await changeAsSystem(deps, {
    organizationId: subject.organizationId,
    milestoneId: subject.milestoneId,
    actor: { kind: "provider" },
    decide: (snapshot, context) =>
      confirmFunding(
        snapshot,
        {
          fundingId: subject.fundingId,
          paymentId: facts.paymentIntentId,
          chargeId,
          charged: facts.amount,
          processingFee: facts.fee,
          currency: facts.currency,
          paidWith: facts.paidWith,
        },
        context,
      ),
  });
  if (!result.ok)
    throw new Error(`funding ${subject.fundingId} was charged but cannot be posted: ${result.failure.code}`);
  return "succeeded";
}
