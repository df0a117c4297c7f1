import { useTRPCClient } from "../api/trpc";
import { DeclineWithReasonDialog } from "../command/decline-with-reason-dialog";
import { useCommand } from "../command/use-command";
import type { MilestoneDialogProps } from "../release/release-dialog";

/** Sends a proposal back with a reason. */
export function DeclineDialog({ milestone, onClose }: MilestoneDialogProps) {
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.milestones.decline.mutate);
  const decline = async (reason: string) => {
    const done = await run((commandKey) => ({ commandKey, id: milestone.id, reason }));
    if (done !== undefined) onClose();
  };
  return (
    <DeclineWithReasonDialog
      title={`Decline “${milestone.title}”?`}
      description={`It goes back to ${milestone.counterparty.name} as a draft, with your reason. They can change it and propose it again.`}
      onDecline={(reason) => void decline(reason)}
      onClose={onClose}
      pending={pending}
      failure={failure}
    />
  );
}
