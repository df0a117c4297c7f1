import type { views } from "@evenshare/domain";
import { DateTime, Money, useToast } from "@evenshare/ui";
import { useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { approvalRule, approvalTitle } from "./approval-words";

export interface ApprovalDialogProps {
  approval: views.ApprovalRow;
  onClose: () => void;
}

/** Approves what another person asked for, after saying who asks, what it does and what made it wait. */
export function ApproveDialog({ approval, onClose }: ApprovalDialogProps) {
  const { id, kind, amount, later, currency, makerName, milestone } = approval;
  const client = useTRPCClient();
  const money = useMoneyWords(currency);
  const { notify } = useToast();
  const { run, pending, failure } = useCommand(client.approvals.approve.mutate);
  const releases = kind === "milestone.release" && amount > 0n;
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id }));
    if (done === undefined) return;
    notify(
      done.status === "approved"
        ? {
            tone: "done",
            title: releases ? `${money(amount)} is released` : "Approved",
            detail: `${makerName} is told by mail.`,
          }
        : {
            tone: "problem",
            title: "The request has ended, and nothing was done",
            detail: "It was not possible any more as it was asked for. Approvals, under Settled, says why.",
          },
    );
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`${approvalTitle(approval, money)}?`}
      confirmLabel={releases ? `Approve and release ${money(amount)}` : "Approve"}
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      currency={currency}
    >
      {kind === "milestone.release" && (
        <p>
          <Money amount={amount} currency={currency} size="figure" />
        </p>
      )}
      <p className="text-dense">
        {makerName} asked on <DateTime at={approval.createdAt} timeZone={approval.timeZone} />.{" "}
        {approvalRule(approval, money)}
      </p>
      {milestone !== null && (
        <p className="text-dense">
          It is for “{milestone.title}”, {milestone.partnershipTitle}.
          {later > 0n && ` ${money(later)} is not funded yet; it is released as soon as you fund it.`} This
          cannot be taken back.
        </p>
      )}
    </CommandDialog>
  );
}
