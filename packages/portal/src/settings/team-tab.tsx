import { Button, Section, TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { InvitationTable } from "../invitation/invitation-table";
import { InviteDialog } from "./invite-dialog";
import { MemberTable } from "./member-table";

/** The people of the organization, and those who are asked in. */
export function TeamTab() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [inviting, setInviting] = useState(false);
  const query = useQuery(trpc.team.list.queryOptions());
  return (
    <Loaded query={query} what="Your team" skeleton={<TableSkeleton label="Loading the team" rows={4} />}>
      {({ members, invitations, canManage }) => (
        <>
          <Section
            title="Team"
            description={
              canManage
                ? "What each member may do follows from the role. Changes count at once."
                : "What each member may do follows from the role. Owners invite, change and remove."
            }
            action={
              canManage ? (
                <Button variant="primary" icon={UserPlus} onClick={() => setInviting(true)}>
                  Invite a colleague
                </Button>
              ) : undefined
            }
          >
            <MemberTable members={members} canManage={canManage} />
          </Section>
          {invitations.length > 0 && (
            <Section title="Invitations">
              <InvitationTable
                rows={invitations}
                canManage={canManage}
                resend={client.team.resendInvitation.mutate}
                revoke={client.team.revokeInvitation.mutate}
              />
            </Section>
          )}
          {inviting && <InviteDialog onClose={() => setInviting(false)} />}
        </>
      )}
    </Loaded>
  );
}
