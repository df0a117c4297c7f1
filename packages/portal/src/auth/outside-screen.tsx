import type { OrganizationKind, views } from "@evenshare/domain";
import { Button, Monogram } from "@evenshare/ui";
import { useMutation } from "@tanstack/react-query";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { usePortal } from "../app/portal";
import { FailureNotice } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { NewOrganizationForm } from "./new-organization-form";
import { useEnterSession } from "./use-enter-session";
import { useHandover } from "./use-handover";

interface OutsideProps {
  session: views.SessionView;
}

/** For a signed-in person who works for no organization here: choose one, go to the other portal, or create one. */
export function OutsideScreen({ session }: OutsideProps) {
  if (session.organizations.length > 0) return <ChooseOrganization session={session} />;
  if (session.elsewhere.length > 0) return <Elsewhere session={session} />;
  return (
    <AuthFrame title="Create your organization" subtitle={`Signed in as ${session.user.email}.`}>
      <NewOrganizationForm />
    </AuthFrame>
  );
}

function ChooseOrganization({ session }: OutsideProps) {
  const trpc = useTRPC();
  const enter = useEnterSession();
  const { mutate, isPending, variables, error } = useMutation(
    trpc.session.switchOrganization.mutationOptions({ onSuccess: (changed) => enter(changed) }),
  );
  return (
    <AuthFrame title="Which organization?" subtitle={`Signed in as ${session.user.email}.`}>
      <div className="flex flex-col gap-3">
        <FailureNotice failure={error === null ? null : readFailure(error)} />
        {session.organizations.map(({ organization }) => (
          <Button
            key={organization.id}
            wide
            pending={isPending && variables.organizationId === organization.id}
            onClick={() => mutate({ organizationId: organization.id })}
          >
            <Monogram name={organization.name} /> {organization.name}
          </Button>
        ))}
      </div>
    </AuthFrame>
  );
}

const elsewhereWords: Record<
  OrganizationKind,
  { title: string; here: string; other: string; create: string }
> = {
  brand: {
    title: "Your organizations are in the producer portal",
    here: "This is the portal for brands, who fund milestones.",
    other: "Open the producer portal",
    create: "Create a brand as well",
  },
  producer: {
    title: "Your organizations are in the brand portal",
    here: "This is the portal for producers, who do the work and are paid.",
    other: "Open the brand portal",
    create: "Create a producer as well",
  },
};

function Elsewhere({ session }: OutsideProps) {
  const { side } = usePortal();
  const handover = useHandover();
  const words = elsewhereWords[side];
  const names = session.elsewhere.map(({ name }) => name);
  return (
    <AuthFrame
      title={words.title}
      subtitle={words.here}
      below={
        <details>
          <summary className="font-medium text-accent">{words.create}</summary>
          <div className="mt-5">
            <NewOrganizationForm />
          </div>
        </details>
      }
    >
      <p className="mb-5">
        You are signed in as {session.user.email} and belong to {listNames(names)}. You need not sign in again
        there.
      </p>
      <div className="flex flex-col gap-3">
        <FailureNotice failure={handover.failure} />
        <Button
          variant="primary"
          wide
          pending={handover.pending}
          onClick={() => handover.begin(session.elsewhere[0]?.id)}
        >
          {words.other}
        </Button>
      </div>
    </AuthFrame>
  );
}

function listNames(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
