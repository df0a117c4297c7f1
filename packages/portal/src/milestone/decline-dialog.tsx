import { Field, TextArea } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import type { MilestoneDialogProps } from "../release/release-dialog";

/** Sends a proposal back with a reason. */
export function DeclineDialog({ milestone, onClose }: MilestoneDialogProps) {
  const client = useTRPCClient();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.milestones.decline.mutate);
  const missing = reason.trim() === "";
  const confirm = async () => {
    setTried(true);
    if (missing) return;
    const done = await run((commandKey) => ({ commandKey, id: milestone.id, reason: reason.trim() }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Decline “${milestone.title}”?`}
      description={`It goes back to ${milestone.counterparty.name} as a draft, with your reason. They can change it and propose it again.`}
      confirmLabel="Decline"
      tone="danger"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
    >
      <Field
        label="Reason"
        hint="What would have to be different."
        required
        error={tried && missing && "A reason is missing."}
      >
        <TextArea
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </CommandDialog>
  );
}
