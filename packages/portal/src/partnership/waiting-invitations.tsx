import { isAllowed, type views } from "@evenshare/domain";
import { Button, Section, useToast } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useSession } from "../app/session";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { InvitationWords } from "../invitation/invitation-words";

/** Brands that asked this person into a partnership, at the address they have confirmed; absent while there is none. */
export function WaitingInvitations() {
  const { active, user } = useSession();
  const trpc = useTRPC();
  const enabled = user.emailVerified && isAllowed("partnership.join", "producer", active.role);
  const { data: rows = [] } = useQuery(trpc.invitations.waiting.queryOptions(undefined, { enabled }));
  if (!enabled || rows.length === 0) return null;
  return (
    <Section
      title="Invitations to you"
      description={`Sent to ${user.email}. A partnership of ${active.organization.name} begins when you accept.`}
    >
      <ul className="divide-y border-y">
        {rows.map((invitation) => (
          <Waiting key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

function Waiting({ invitation }: { invitation: views.WaitingInvitation }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { run, pending, failure } = useCommand(client.invitations.joinWaiting.mutate);
  const [declining, setDeclining] = useState(false);
  const accept = async () => {
    const joined = await run(() => ({ id: invitation.id }));
    if (joined !== undefined) await navigate(`/partnerships/${joined.partnershipId}/agreement`);
  };
  return (
    <li className="flex flex-col items-start gap-4 py-4">
      <p>
        <span className="font-medium">{invitation.organizationName}</span>
        <span className="text-muted"> · invited by {invitation.invitedBy}</span>
      </p>
      <InvitationWords invitation={{ ...invitation, role: null }} />
      <FailureNotice failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={() => void accept()}>
          Accept the invitation<span className="sr-only"> of {invitation.organizationName}</span>
        </Button>
        <Button onClick={() => setDeclining(true)}>
          Decline<span className="sr-only"> the invitation of {invitation.organizationName}</span>
        </Button>
      </div>
      {declining && <DeclineDialog invitation={invitation} onClose={() => setDeclining(false)} />}
    </li>
  );
}

interface DeclineDialogProps {
  invitation: views.WaitingInvitation;
  onClose: () => void;
}

function DeclineDialog({ invitation: { id, organizationName }, onClose }: DeclineDialogProps) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const { run, pending, failure } = useCommand(client.invitations.declineWaiting.mutate);
  const decline = async () => {
    if ((await run(() => ({ id }))) === undefined) return;
    notify({ tone: "done", title: `The invitation of ${organizationName} is declined.` });
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Decline the invitation of ${organizationName}?`}
      confirmLabel="Decline"
      tone="danger"
      onConfirm={() => void decline()}
      pending={pending}
      failure={failure}
    >
      <p className="text-dense">
        {organizationName} sees that you declined. It can invite you again; this invitation cannot be accepted
        any more, its link neither.
      </p>
    </CommandDialog>
  );
}
