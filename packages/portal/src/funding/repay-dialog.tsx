import { useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import type { MilestoneDialogProps } from "../release/release-dialog";
import { useLeaving } from "./use-leaving";

/** Repays what the bank took back after it had been released, on the payment provider's page. */
export function RepayDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty, toRepay } = milestone;
  const words = useMoneyWords(money.currency);
  const client = useTRPCClient();
  const [leaving, leaveFor] = useLeaving();
  const { run, pending, failure } = useCommand(client.milestones.repay.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id }));
    if (done !== undefined) leaveFor(done.checkoutUrl);
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Repay what your bank took back"
      description={`It had been released to ${counterparty.name} by then and stays with them. No fee is added.`}
      confirmLabel={`Pay ${words(toRepay)}`}
      onConfirm={() => void confirm()}
      pending={pending || leaving}
      failure={failure}
      currency={money.currency}
    >
      <p className="text-dense text-muted">You pay on the payment provider's page.</p>
    </CommandDialog>
  );
}
