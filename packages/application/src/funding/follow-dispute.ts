import type { DecisionContext, MilestoneSnapshot } from "@evenshare/domain";
import {
  type Failure,
  type FundingTaken,
  finalizeReturn,
  type MilestoneChange,
  ok,
  type PaidWith,
  type Result,
  restoreFunding,
  returnFunding,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeAsSystem } from "../milestone/change-as-system";
import type { DisputeFacts, DisputeMovement } from "../ports";
import type { FundingSubject } from "./end-funding-at";
import { returnReason } from "./return-reason";

export interface DisputeSubject extends FundingSubject {
  /** What the funding was paid with. */
  readonly method: PaidWith["kind"];
}

/**
 * Writes what a dispute did to a funding: money taken, final, or back. Each step is taken once however often and in
 * whatever order the provider tells of it, because the dispute itself is read, not the event.
 */
export async function followDispute(
  deps: Deps,
  subject: DisputeSubject,
  facts: DisputeFacts,
): Promise<boolean> {
  let changed = 0;
  for (const decide of stepsOf(subject, facts)) {
    const result = await changeAsSystem(deps, {
      organizationId: subject.organizationId,
      milestoneId: subject.milestoneId,
      actor: { kind: "provider" },
      decide,
    });
    if (!result.ok) throw new Error(`dispute ${facts.disputeId}: ${result.failure.code}`);
    changed += result.value.changed;
  }
  return changed > 0;
}

type Decision = (
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
) => Result<MilestoneChange | null, Failure>;

function stepsOf({ fundingId, method }: DisputeSubject, facts: DisputeFacts): Decision[] {
  const { disputeId, withdrawn, reinstated, status } = facts;
  const steps: Decision[] = [];
  if (withdrawn !== null) {
    const taken = describeTaken(fundingId, method, facts, withdrawn);
    steps.push((snapshot, context) => returnFunding(snapshot, taken, context));
  }
  if (status === "lost") steps.push((snapshot) => finalizeReturn(snapshot, disputeId));
  if (status === "won" && reinstated !== null) {
    const providerFee = reinstated.fee;
    steps.push((snapshot, context) => restoreFunding(snapshot, { disputeId, providerFee }, context));
  }
  // A dispute that took nothing (an inquiry of the bank) changes nothing here.
  return steps.length > 0 ? steps : [() => ok(null)];
}

function describeTaken(
  fundingId: string,
  method: PaidWith["kind"],
  facts: DisputeFacts,
  withdrawn: DisputeMovement,
): FundingTaken {
  const { disputeId, currency, reason, evidenceDueAt, status } = facts;
  const until = evidenceDueAt === null ? [] : [`Evidence may be given until ${evidenceDueAt.toISOString()}.`];
  return {
    fundingId,
    disputeId,
    total: withdrawn.amount,
    providerFee: withdrawn.fee,
    currency,
    reason: method === "us_bank_account" ? "bank_debit_returned" : "card_payment_disputed",
    words: returnReason(method, reason),
    evidence: [
      `Stripe's dispute ${disputeId}`,
      `The bank's reason: ${reason}`,
      ...(status === "open" ? until : []),
    ],
    final: status === "lost",
  };
}
