import { followRefund, type RefundNews } from "@evenshare/domain";
import type { Deps } from "../deps";
import { changeAsSystem } from "../milestone/change-as-system";
import type { RefundFacts } from "../ports";

/** Whose refund it is: the brand's, in whose scope it is written. */
export interface RefundSubject {
  readonly organizationId: string;
  readonly milestoneId: string;
  readonly refundId: string;
}

/**
 * Writes what the provider tells of a refund, once, however often it tells it. A refund that names none of ours was made
 * by hand: it is nobody's here and shows in the nightly comparison.
 */
export async function recordRefund(
  deps: Deps,
  facts: RefundFacts,
): Promise<"applied" | "nothing_to_do" | "unknown_object"> {
  const subject =
    facts.operationId === null
      ? null
      : await deps.database.findByProviderId("refund_operation", facts.operationId);
  if (subject === null || subject.milestoneId === null) return "unknown_object";
  const { organizationId, milestoneId, id } = subject;
  const changed = await recordRefundAt(
    deps,
    { organizationId, milestoneId, refundId: id },
    newsOf(id, facts),
  );
  return changed ? "applied" : "nothing_to_do";
}

/** The same for a refund that is known already. @throws Error when amount or currency are not what was asked for. */
export async function recordRefundAt(
  deps: Deps,
  { organizationId, milestoneId, refundId }: RefundSubject,
  news: RefundNews,
): Promise<boolean> {
  const result = await changeAsSystem(deps, {
    organizationId,
    milestoneId,
    actor: { kind: "provider" },
    decide: (snapshot, context) => followRefund(snapshot, news, context),
  });
  if (!result.ok) throw new Error(`refund ${refundId}: ${result.failure.code}`);
  return result.value.changed > 0;
}

export function newsOf(refundId: string, facts: RefundFacts): RefundNews {
  const { providerRefundId, status, booked, amount: total, currency } = facts;
  return { refundId, providerRefundId, status, booked, total, currency, reason: inWords(facts) };
}

/** The provider's codes for what a refund waits for or failed by, in words. */
const words: Readonly<Record<string, string>> = {
  charge_for_pending_refund_disputed: "The payment was disputed at the bank before it could be returned.",
  declined: "The bank did not accept it.",
  expired_or_canceled_card: "The card that was paid with has expired or was cancelled.",
  insufficient_funds: "It waits until the platform's balance covers it.",
  lost_or_stolen_card: "The card that was paid with was reported lost or stolen.",
  processing: "The bank is working on it.",
  charge_pending: "It waits until the payment itself is through.",
};

function inWords({ reason, status }: RefundFacts): string | null {
  if (reason === null) return status === "failed" ? "The bank sent it back without a reason." : null;
  return words[reason] ?? `The provider says: ${reason.replaceAll("_", " ")}.`;
}
