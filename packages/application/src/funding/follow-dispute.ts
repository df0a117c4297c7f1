import {
  type ChangesOfShares,
  type DecisionContext,
  type FundingTaken,
  finalizeShares,
  type MilestoneSnapshot,
  type PaidWith,
  restoreShares,
  returnFromShares,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeSharesAsSystem } from "../milestone/change-shares-as-system";
import type { DisputeFacts, DisputeMovement } from "../ports";
import type { FundingSubject } from "./end-funding-at";
import { returnReason } from "./return-reason";

export interface DisputeSubject extends FundingSubject {
  /** What the funding was paid with. */
  readonly method: PaidWith["kind"];
}

/**
 * Writes what a dispute did to a funding: money taken, final, or back; on every milestone that has a share in it. Each step
 * is taken once however often and in whatever order the provider tells of it, because the dispute itself is read, not the
 * event. `unreachable`: a refund of the same payment has to be known to its end first.
 */
export async function followDispute(
  deps: Deps,
  { organizationId, fundingId, method }: DisputeSubject,
  facts: DisputeFacts,
): Promise<"applied" | "nothing_to_do" | "unreachable"> {
  let changed = 0;
  for (const decide of stepsOf(fundingId, method, facts)) {
    const result = await changeSharesAsSystem(deps, { organizationId, fundingId, decide });
    if (!result.ok && result.failure.code === "funding.refund_under_way") return "unreachable";
    if (!result.ok) throw new Error(`dispute ${facts.disputeId}: ${result.failure.code}`);
    changed += result.value.changed;
  }
  return changed > 0 ? "applied" : "nothing_to_do";
}

type Decision = (snapshots: readonly MilestoneSnapshot[], context: DecisionContext) => ChangesOfShares;

/** None for a dispute that took nothing: an inquiry of the bank changes nothing here. */
function stepsOf(fundingId: string, method: PaidWith["kind"], facts: DisputeFacts): Decision[] {
  const { disputeId, withdrawn, reinstated, status } = facts;
  const steps: Decision[] = [];
  if (withdrawn !== null) {
    const taken = describeTaken(fundingId, method, facts, withdrawn);
    steps.push((snapshots, context) => returnFromShares(snapshots, taken, context));
  }
  if (status === "lost") steps.push((snapshots) => finalizeShares(snapshots, disputeId));
  if (status === "won" && reinstated !== null) {
    const providerFee = reinstated.fee;
    steps.push((snapshots, context) => restoreShares(snapshots, { disputeId, providerFee }, context));
  }
  return steps;
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
