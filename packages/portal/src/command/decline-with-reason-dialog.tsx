import { Field, TextArea } from "@evenshare/ui";
import { useState } from "react";
import { CommandDialog, type CommandDialogProps } from "./command-dialog";

interface DeclineWithReasonDialogProps
  extends Pick<CommandDialogProps, "title" | "description" | "pending" | "failure" | "currency"> {
  /** Is called with the reason, trimmed and never empty. */
  onDecline: (reason: string) => void;
  onClose: () => void;
}

/** Declines something with a reason that its maker will read. */
export function DeclineWithReasonDialog({ onDecline, onClose, ...dialog }: DeclineWithReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === "";
  const confirm = () => {
    setTried(true);
    if (!missing) onDecline(reason.trim());
  };
  return (
    <CommandDialog
      {...dialog}
      open
      onOpenChange={onClose}
      confirmLabel="Decline"
      tone="danger"
      onConfirm={confirm}
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
