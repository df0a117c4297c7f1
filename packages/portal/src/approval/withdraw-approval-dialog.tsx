import { useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { approvalTitle } from "./approval-words";
import type { ApprovalDialogProps } from "./approve-dialog";

/** Takes one's own request back. */
export function WithdrawApprovalDialog({ approval, onClose }: ApprovalDialogProps) {
  const client = useTRPCClient();
  const money = useMoneyWords(approval.currency);
  const { run, pending, failure } = useCommand(client.approvals.withdraw.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id: approval.id }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Withdraw your request?"
      confirmLabel="Withdraw it"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      currency={approval.currency}
    >
      <p className="text-dense">
        {approvalTitle(approval, money)}. Nobody is asked any more and nothing is done; you can ask again.
      </p>
    </CommandDialog>
  );
}
