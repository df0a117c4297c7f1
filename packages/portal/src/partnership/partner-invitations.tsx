import { Section } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useSession } from "../app/session";
import { InvitationTable } from "../invitation/invitation-table";

/** The producers a brand has asked in by e-mail; absent while there is none. */
export function PartnerInvitations() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { role } = useSession().active;
  const { data: rows = [] } = useQuery(trpc.partnerships.invitations.queryOptions());
  if (rows.length === 0) return null;
  return (
    <Section title="Invitations" description="A partnership begins when the producer accepts.">
      <InvitationTable
        rows={rows}
        canManage={role === "owner" || role === "approver"}
        resend={client.partnerships.resendInvitation.mutate}
        revoke={client.partnerships.revokeInvitation.mutate}
      />
    </Section>
  );
}
