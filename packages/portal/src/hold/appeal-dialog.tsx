import type { views } from "@evenshare/domain";
import { Field, TextArea } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";

export interface AppealDialogProps {
  hold: views.HoldView;
  onClose: () => void;
}

/** Says why a hold is wrong. */
export function AppealDialog({ hold, onClose }: AppealDialogProps) {
  const client = useTRPCClient();
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.holds.appeal.mutate);
  const missing = note.trim() === "";
  const confirm = async () => {
    setTried(true);
    if (missing) return;
    const done = await run((commandKey) => ({
      commandKey,
      id: hold.milestoneId,
      holdId: hold.id,
      note: note.trim(),
    }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Object to this hold"
      description={`${hold.counterparty.name} is told, and reads your words beside the reason. The hold stands until it is settled.`}
      confirmLabel="Send the objection"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
    >
      <Field
        label="Why it is wrong"
        hint="Once per hold: say all of it."
        required
        error={tried && missing && "What is wrong is missing."}
      >
        <TextArea rows={4} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </CommandDialog>
  );
}
