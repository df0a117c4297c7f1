import type { views } from "@evenshare/domain";
import { Button, DateTime, StatusBadge, TextLink } from "@evenshare/ui";
import { type ComponentType, useState } from "react";
import { useMoneyWords } from "../app/use-money-words";
import { approvalOutcome, approvalRule, approvalStatusWords, approvalTitle } from "./approval-words";
import { type ApprovalDialogProps, ApproveDialog } from "./approve-dialog";
import { DeclineApprovalDialog } from "./decline-approval-dialog";
import { WithdrawApprovalDialog } from "./withdraw-approval-dialog";

type Action = views.ApprovalAction;

const dialogs: Record<Action, ComponentType<ApprovalDialogProps>> = {
  approve: ApproveDialog,
  decline: DeclineApprovalDialog,
  withdraw: WithdrawApprovalDialog,
};
const labels: Record<Action, string> = { approve: "Approve", decline: "Decline", withdraw: "Withdraw" };

/** One request for a second person: what, who asks, until when, and what the reader may do about it or how it ended. */
export function ApprovalItem({ approval }: { approval: views.ApprovalRow }) {
  const { milestone, makerName, mine, timeZone, status } = approval;
  const [opened, setOpened] = useState<Action | null>(null);
  const money = useMoneyWords(approval.currency);
  const { word, tone } = approvalStatusWords(status);
  const outcome = approvalOutcome(approval);
  const OpenDialog = opened === null ? undefined : dialogs[opened];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-medium">{approvalTitle(approval, money)}</span>
          <StatusBadge tone={tone}>{word}</StatusBadge>
        </p>
        {milestone !== null && (
          <p className="text-dense">
            <TextLink href={`/milestones/${milestone.id}`}>{milestone.title}</TextLink>,{" "}
            {milestone.partnershipTitle}
          </p>
        )}
        <p className="text-small text-muted">
          {mine ? "You asked" : `${makerName} asked`} on{" "}
          <DateTime at={approval.createdAt} timeZone={timeZone} />. {approvalRule(approval, money)}
        </p>
        {outcome !== null && <p className="max-w-reading text-dense break-words">{outcome}</p>}
        {status === "waiting" && (
          <p className="text-small text-muted">
            It waits until <DateTime at={approval.expiresAt} timeZone={timeZone} />. If nobody decides,
            nothing is done by it.{mine && " You cannot approve it yourself."}
          </p>
        )}
      </div>
      {approval.actions.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {approval.actions.map((action) => (
            <Button
              key={action}
              variant={action === "approve" ? "primary" : "secondary"}
              onClick={() => setOpened(action)}
            >
              {labels[action]}
            </Button>
          ))}
        </div>
      )}
      {OpenDialog && <OpenDialog approval={approval} onClose={() => setOpened(null)} />}
    </li>
  );
}
