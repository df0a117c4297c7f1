import { useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { DeclineWithReasonDialog } from "../command/decline-with-reason-dialog";
import { useCommand } from "../command/use-command";
import { approvalTitle } from "./approval-words";
import type { ApprovalDialogProps } from "./approve-dialog";

/** Says no to what another person asked for, with a reason. */
export function DeclineApprovalDialog({ approval, onClose }: ApprovalDialogProps) {
  const client = useTRPCClient();
  const money = useMoneyWords(approval.currency);
  const { run, pending, failure } = useCommand(client.approvals.decline.mutate);
  const decline = async (reason: string) => {
    const done = await run((commandKey) => ({ commandKey, id: approval.id, reason }));
    if (done !== undefined) onClose();
  };
  return (
    <DeclineWithReasonDialog
      title={`Decline the request of ${approval.makerName}?`}
      description={`${approvalTitle(approval, money)}. Nothing is done; ${approval.makerName} reads your reason and can ask again.`}
      onDecline={(reason) => void decline(reason)}
      onClose={onClose}
      pending={pending}
      failure={failure}
      currency={approval.currency}
    />
  );
}
