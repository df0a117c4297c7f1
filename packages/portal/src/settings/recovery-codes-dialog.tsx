import { Button, Dialog } from "@evenshare/ui";
import { RecoveryCodes } from "./recovery-codes";

interface RecoveryCodesDialogProps {
  readonly title: string;
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Shows the codes, this once. Nothing but saying that they are kept closes it. */
export function RecoveryCodesDialog({ title, codes, onClose }: RecoveryCodesDialogProps) {
  return (
    <Dialog
      open
      locked
      onOpenChange={() => {}}
      title={title}
      footer={
        <Button variant="primary" onClick={onClose}>
          I have kept them
        </Button>
      }
    >
      <RecoveryCodes codes={codes} />
    </Dialog>
  );
}
