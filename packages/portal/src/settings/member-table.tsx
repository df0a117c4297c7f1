import type { views } from "@evenshare/domain";
import { Button, type Column, DataTable, DateTime } from "@evenshare/ui";
import { useState } from "react";
import { ChangeRoleDialog } from "./change-role-dialog";
import { LeaveDialog, RemoveDialog } from "./end-membership-dialog";
import { roleWords } from "./role-words";

interface Choice {
  readonly member: views.MemberView;
  readonly action: "role" | "remove" | "leave";
}

/** Who belongs to the organization, and what the reader may change about it. */
export function MemberTable({ members, canManage }: Pick<views.TeamView, "members" | "canManage">) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const close = () => setChoice(null);
  const columns: readonly Column<views.MemberView>[] = [
    {
      id: "name",
      header: "Member",
      cell: ({ name, email, isYou }) => (
        <span>
          {name}
          {isYou && <span className="font-normal text-muted"> (you)</span>}
          <span className="block text-small font-normal break-all text-muted">{email}</span>
        </span>
      ),
    },
    { id: "role", header: "Role", cell: ({ role }) => roleWords[role].name },
    { id: "since", header: "Since", cell: ({ since }) => <DateTime at={since} show="day" /> },
    {
      id: "actions",
      header: "Actions",
      align: "end",
      onPhone: "plain",
      cell: (member) => <MemberActions member={member} canManage={canManage} onChoose={setChoice} />,
    },
  ];
  return (
    <>
      <DataTable
        caption="Members"
        captionHidden
        columns={columns}
        rows={members}
        rowKey={({ userId }) => userId}
      />
      {choice?.action === "role" && <ChangeRoleDialog member={choice.member} onClose={close} />}
      {choice?.action === "remove" && <RemoveDialog member={choice.member} onClose={close} />}
      {choice?.action === "leave" && <LeaveDialog onClose={close} />}
    </>
  );
}

interface MemberActionsProps {
  member: views.MemberView;
  canManage: boolean;
  onChoose: (choice: Choice) => void;
}

function MemberActions({ member, canManage, onChoose }: MemberActionsProps) {
  if (member.isLastOwner) return <span className="text-small text-muted">the only owner</span>;
  return (
    <span className="flex flex-wrap gap-2 sm:justify-end">
      {canManage && (
        <Button size="small" onClick={() => onChoose({ member, action: "role" })}>
          Change role<span className="sr-only"> of {member.name}</span>
        </Button>
      )}
      {member.isYou ? (
        <Button size="small" onClick={() => onChoose({ member, action: "leave" })}>
          Leave
        </Button>
      ) : (
        canManage && (
          <Button size="small" onClick={() => onChoose({ member, action: "remove" })}>
            Remove<span className="sr-only"> {member.name}</span>
          </Button>
        )
      )}
    </span>
  );
}
