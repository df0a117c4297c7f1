import type { Role, views } from "@evenshare/domain";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { RoleField } from "./role-field";

export interface MemberDialogProps {
  member: views.MemberView;
  onClose: () => void;
}

/** Gives a member another role. */
export function ChangeRoleDialog({ member, onClose }: MemberDialogProps) {
  const client = useTRPCClient();
  const [role, setRole] = useState<Role>(member.role);
  const { run, pending, failure } = useCommand(client.team.changeRole.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, userId: member.userId, role }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={member.isYou ? "Change your role?" : `Change the role of ${member.name}?`}
      description="It counts at once, wherever they are signed in."
      confirmLabel="Change the role"
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={role === member.role}
      failure={failure}
    >
      <RoleField role={role} onChange={setRole} />
    </CommandDialog>
  );
}
