import { chargeMinimum } from "@evenshare/domain";
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
  const tooLittle = toRepay < chargeMinimum(money.currency);
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
      disabled={tooLittle}
      failure={failure}
      currency={money.currency}
    >
      <p className="text-dense text-muted">
        {tooLittle
          ? `This is too little to be charged: the smallest payment is ${words(chargeMinimum(money.currency))}. It stays owed and is paid with the next debt of this milestone.`
          : "You pay on the payment provider's page."}
      </p>
    </CommandDialog>
  );
}
