import { Field, TextArea } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { approvalTitle } from "./approval-words";
import type { ApprovalDialogProps } from "./approve-dialog";

/** Says no to what another person asked for, with a reason. */
export function DeclineApprovalDialog({ approval, onClose }: ApprovalDialogProps) {
  const client = useTRPCClient();
  const money = useMoneyWords(approval.currency);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.approvals.decline.mutate);
  const missing = reason.trim() === "";
  const confirm = async () => {
    setTried(true);
    if (missing) return;
    const done = await run((commandKey) => ({ commandKey, id: approval.id, reason: reason.trim() }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Decline the request of ${approval.makerName}?`}
      description={`${approvalTitle(approval, money)}. Nothing is done; ${approval.makerName} reads your reason and can ask again.`}
      confirmLabel="Decline"
      tone="danger"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      currency={approval.currency}
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
