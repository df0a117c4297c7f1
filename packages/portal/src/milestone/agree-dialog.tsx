import { Banner, Money } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import type { MilestoneDialogProps } from "../release/release-dialog";

/** Agrees to exactly the version on screen. When it was changed meanwhile, the new version has to be read first. */
export function AgreeDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { side } = usePortal();
  const client = useTRPCClient();
  const money = useMoneyWords(milestone.money.currency);
  const [version, setVersion] = useState(milestone.version);
  const { run, pending, failure } = useCommand(client.milestones.agree.mutate);
  const changed = version !== milestone.version;
  const { terms, criteria } = milestone;
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id: milestone.id, version }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Agree to “${milestone.title}”?`}
      confirmLabel={changed ? "I have read the change" : "Agree"}
      onConfirm={() => (changed ? setVersion(milestone.version) : void confirm())}
      pending={pending}
      failure={failure}
    >
      <p>
        <Money amount={milestone.money.committed} currency={milestone.money.currency} size="figure" />
      </p>
      <p>
        This fixes the amount, {criteria.length === 1 ? "the criterion" : `the ${criteria.length} criteria`},
        a review window of {terms.reviewDays} days and {terms.includedRevisions} included rounds of changes.
      </p>
      <p className="text-dense text-muted">
        {side === "brand"
          ? `Nothing is charged now. Work may start once ${money(terms.minimumStart)} is held.`
          : `Wait with the work until money is held: at least ${money(terms.minimumStart)} before you can start here.`}
      </p>
      {changed && (
        <Banner tone="held" title="It was changed while this was open">
          The page behind shows the new version. Read it before you agree.
        </Banner>
      )}
    </CommandDialog>
  );
}
