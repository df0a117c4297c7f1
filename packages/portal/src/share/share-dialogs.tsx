import type { views } from "@evenshare/domain";
import { ConfirmDialog, useFormatting, useToast } from "@evenshare/ui";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { DeclineWithReasonDialog } from "../command/decline-with-reason-dialog";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { dayWords } from "../partnership/day-words";

// The windows in which a proposed version is answered or taken back.

export interface ShareDialogProps {
  share: views.ShareView;
  /** The version that waits. */
  version: views.ShareVersionView;
  onClose: () => void;
}

export function AcceptShareDialog({ share, version, onClose }: ShareDialogProps) {
  const client = useTRPCClient();
  const { locale } = useFormatting();
  const { notify } = useToast();
  const { run, pending, failure } = useCommand(client.shares.accept.mutate);
  const others = share.waitsFor.filter((key) => key !== share.you).length;
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id: share.id, version: version.version }));
    if (done === undefined) return;
    notify(
      done.status === "active"
        ? { tone: "done", title: "The revenue share is active", detail: "All parties have accepted." }
        : {
            tone: "done",
            title: "You have accepted",
            detail: "It counts once the others have accepted too.",
          },
    );
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Accept version ${version.version} of “${share.title}”?`}
      confirmLabel="Accept the terms"
      onConfirm={() => void confirm()}
      pending={pending}
      error={failure && <FailureNotice failure={failure} />}
    >
      {others === 0
        ? `With your answer all parties have accepted. It counts from ${dayWords(version.effectiveFrom, locale)}.`
        : `It counts once ${others === 1 ? "one more party has" : `${others} more parties have`} accepted too, from ${dayWords(version.effectiveFrom, locale)}.`}{" "}
      Accepting cannot be taken back; other terms are a new version that all accept.
    </ConfirmDialog>
  );
}

export function DeclineShareDialog({ share, version, onClose }: ShareDialogProps) {
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.shares.decline.mutate);
  const brand = share.parties.find(({ role }) => role === "payer")?.name ?? "The brand";
  const decline = async (reason: string) => {
    const input = { id: share.id, version: version.version, reason };
    const done = await run((commandKey) => ({ commandKey, ...input }));
    if (done !== undefined) onClose();
  };
  return (
    <DeclineWithReasonDialog
      title={`Decline version ${version.version} of “${share.title}”?`}
      description={`Nothing of it counts then. ${brand} reads your reason, other producers do not.`}
      onDecline={(reason) => void decline(reason)}
      onClose={onClose}
      pending={pending}
      failure={failure}
    />
  );
}

export function WithdrawShareDialog({ share, version, onClose }: ShareDialogProps) {
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.shares.withdraw.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id: share.id, version: version.version }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Withdraw version ${version.version}?`}
      confirmLabel="Withdraw it"
      tone="danger"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
    >
      <p className="text-dense">
        The producers are told. What is in force stays so, and you can propose other terms at any time.
      </p>
    </CommandDialog>
  );
}
