import { ConfirmDialog } from "@evenshare/ui";
import { useTRPCClient } from "../api/trpc";
import { useSession } from "../app/session";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import type { MemberDialogProps } from "./change-role-dialog";

/** Takes a member out of the organization. */
export function RemoveDialog({ member, onClose }: MemberDialogProps) {
  const client = useTRPCClient();
  const { organization } = useSession().active;
  const { run, pending, failure } = useCommand(client.team.remove.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, userId: member.userId }));
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Remove ${member.name}?`}
      confirmLabel="Remove"
      tone="danger"
      onConfirm={() => void confirm()}
      pending={pending}
      error={failure && <FailureNotice failure={failure} />}
    >
      They can see and do nothing in {organization.name} from that moment on, and get a mail that says so.
      What they did stays in the audit log.
    </ConfirmDialog>
  );
}

/** Leaves the organization; the page begins anew, in another organization or in none. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const client = useTRPCClient();
  const { organization } = useSession().active;
  const { run, pending, failure } = useCommand(client.team.leave.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey }));
    if (done !== undefined) window.location.assign("/");
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Leave ${organization.name}?`}
      confirmLabel="Leave"
      tone="danger"
      onConfirm={() => void confirm()}
      pending={pending}
      error={failure && <FailureNotice failure={failure} />}
    >
      You can see and do nothing there any more. To come back, an owner has to invite you again.
    </ConfirmDialog>
  );
}
