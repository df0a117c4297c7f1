import type { views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

type ApprovalRow = views.ApprovalRow;

/** What is asked for, as a title: “Release £400.00 to Studio Ada”. */
export function approvalTitle(approval: ApprovalRow, money: (amount: bigint) => string): string {
  const { step, amount, currency, milestone } = approval;
  const producer = milestone?.counterpartyName ?? "the producer";
  switch (step) {
    case "accept":
      return amount === 0n
        ? `Accept the work of ${producer}`
        : `Release ${money(amount)} to ${producer} and accept the work`;
    case "release_part":
      return `Release a part of ${money(amount)} to ${producer}`;
    case "set_limit":
      return `Let one person decide alone up to ${money(amount)}`;
    case "remove_limit":
      return `Remove the limit in ${currency}`;
  }
}

/** What the rule says that makes it wait. */
export function approvalRule(approval: ApprovalRow, money: (amount: bigint) => string): string {
  const { kind, limit, currency } = approval;
  if (kind === "approval.set_limits") {
    return limit === null
      ? `In ${currency} every release needs a second person so far.`
      : `So far one person decides alone up to ${money(limit)}.`;
  }
  return limit === null || limit === 0n
    ? `In ${currency} every release needs a second person.`
    : `One person decides alone up to ${money(limit)}.`;
}

const statuses: Record<ApprovalRow["status"], { readonly word: string; readonly tone: StatusTone }> = {
  waiting: { word: "Waits for a second person", tone: "waiting" },
  approved: { word: "Approved", tone: "released" },
  declined: { word: "Declined", tone: "risk" },
  withdrawn: { word: "Withdrawn", tone: "neutral" },
  expired: { word: "Expired", tone: "neutral" },
  void: { word: "Void", tone: "neutral" },
};

export function approvalStatusWords(status: ApprovalRow["status"]) {
  return statuses[status];
}

const lapses: Readonly<Record<string, string>> = {
  expired: "Nobody decided in time. Nothing was done.",
  maker_left: "Whoever asked may not do it any more. Nothing was done.",
  amount_changed: "Another amount was held by then. Nothing was done; ask again with the new amount.",
  milestone_moved_on: "The milestone had moved on. Nothing was done; decide again from where it stands.",
  review_ended: "The review window ended first, and the money went by itself.",
  limits_changed: "The limit was changed first. Nothing was done by this request.",
};

/** How it ended, in a sentence; null while it waits and where the status says it all. */
export function approvalOutcome({ status, reason, decidedByName }: ApprovalRow): string | null {
  switch (status) {
    case "approved":
      return `${decidedByName} approved it, and it was done.`;
    case "declined":
      return `${decidedByName} declined it: “${reason}”`;
    case "expired":
    case "void":
      return (reason === null ? undefined : lapses[reason]) ?? "Nothing was done.";
    default:
      return null;
  }
}
