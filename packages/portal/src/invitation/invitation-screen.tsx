import type { views } from "@evenshare/domain";
import { ButtonLink, TextSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { usePortal } from "../app/portal";
import { AuthFrame } from "../auth/auth-frame";
import { FailureNotice } from "../failures/failure-notice";
import { AcceptAsMember } from "./accept-as-member";
import { AcceptAsProducer } from "./accept-as-producer";
import { ForAnother } from "./for-another";
import { InvitationWords } from "./invitation-words";
import { InvitedSignUp } from "./invited-sign-up";

/** Where the link of an invitation arrives: who invites into what, and the next step for whoever holds it. */
export function InvitationScreen() {
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const trpc = useTRPC();
  const query = useQuery(
    trpc.invitations.look.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  // Signed out is an answer here, not a failure.
  const session = useQuery(trpc.session.me.queryOptions(undefined, { retry: false }));
  if (query.error !== null) return <DeadLink error={query.error} />;
  if (query.data === undefined || session.isPending) {
    return (
      <AuthFrame title="An invitation">
        <TextSkeleton label="Reading the invitation" lines={4} />
      </AuthFrame>
    );
  }
  return <OpenInvitation invitation={query.data} token={token} session={session.data ?? null} />;
}

interface OpenInvitationProps {
  invitation: views.InvitationView;
  token: string;
  session: views.SessionView | null;
}

function OpenInvitation({ invitation, token, session }: OpenInvitationProps) {
  const { side } = usePortal();
  const title =
    invitation.kind === "member"
      ? `Join ${invitation.organizationName}`
      : `${invitation.organizationName} invites you to a partnership`;
  return (
    <AuthFrame title={title} subtitle={`${invitation.invitedBy} sent this to ${invitation.email}.`}>
      <div className="flex flex-col gap-6">
        <InvitationWords invitation={invitation} />
        {invitation.portal === side ? (
          <NextStep invitation={invitation} token={token} session={session} />
        ) : (
          <p role="alert">
            This invitation leads into the other portal. Open it by the link in the mail, as it stands there.
          </p>
        )}
      </div>
    </AuthFrame>
  );
}

function NextStep({ invitation, token, session }: OpenInvitationProps) {
  if (session === null) return <InvitedSignUp invitation={invitation} token={token} />;
  if (session.user.email.toLowerCase() !== invitation.email.toLowerCase()) {
    return <ForAnother invited={invitation.email} signedIn={session.user.email} />;
  }
  return invitation.kind === "member" ? (
    <AcceptAsMember token={token} organizationName={invitation.organizationName} />
  ) : (
    <AcceptAsProducer token={token} session={session} />
  );
}

function DeadLink({ error }: { error: unknown }) {
  return (
    <AuthFrame title="This invitation does not open">
      <div className="flex flex-col gap-5">
        <FailureNotice failure={readFailure(error)} />
        <ButtonLink variant="primary" wide href="/">
          Go to Evenshare
        </ButtonLink>
      </div>
    </AuthFrame>
  );
}
