import type { views } from "@evenshare/domain";
import { Button, RadioGroup } from "@evenshare/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { readFailure } from "../api/failure";
import { useTRPCClient } from "../api/trpc";
import { NewOrganizationForm } from "../auth/new-organization-form";
import { FailureNotice } from "../failures/failure-notice";

interface AcceptAsProducerProps {
  token: string;
  session: views.SessionView;
}

/** The last step into a partnership: for which organization, or first the organization itself. */
export function AcceptAsProducer({ token, session }: AcceptAsProducerProps) {
  if (session.organizations.length > 0) return <ChooseAndAccept token={token} session={session} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-dense text-muted">
        First name the organization that will do the work and be paid. Then you accept.
      </p>
      <NewOrganizationForm next={`/invitation?token=${encodeURIComponent(token)}`} />
    </div>
  );
}

function ChooseAndAccept({ token, session }: AcceptAsProducerProps) {
  const client = useTRPCClient();
  const [chosen, setChosen] = useState(
    session.active?.organization.id ?? session.organizations[0]?.organization.id ?? "",
  );
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => {
      if (session.active?.organization.id !== chosen) {
        await client.session.switchOrganization.mutate({ organizationId: chosen });
      }
      return client.invitations.join.mutate({ token });
    },
    // Another organization may be chosen now: the page begins anew.
    onSuccess: ({ partnershipId }) => window.location.assign(`/partnerships/${partnershipId}/agreement`),
  });
  return (
    <div className="flex flex-col gap-5">
      {session.organizations.length > 1 && (
        <RadioGroup
          label="For which organization?"
          name="organization"
          value={chosen}
          onChange={setChosen}
          options={session.organizations.map(({ organization }) => ({
            value: organization.id,
            label: organization.name,
          }))}
        />
      )}
      <FailureNotice failure={error === null ? null : readFailure(error)} />
      <Button variant="primary" wide pending={isPending || isSuccess} onClick={() => mutate()}>
        Accept the invitation
      </Button>
      <p className="text-small text-muted">
        This opens the partnership. The agreement is accepted on its own, on the next page.
      </p>
    </div>
  );
}
